/** Colour arithmetic: how readable one colour is on another, and the smallest change that makes it so. Pure. */

/** Red, green and blue of sRGB, whole numbers 0 to 255. */
export type Rgb = readonly [number, number, number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];
const AMBER: Rgb = [180, 83, 9];

/** Least contrast for words; WCAG 2.2, success criterion 1.4.3. */
export const TEXT_RATIO = 4.5;
/** Least contrast for the edge of a control; WCAG 2.2, success criterion 1.4.11. */
export const EDGE_RATIO = 3;

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance as WCAG 2.2 defines it: 0 for black to 1 for white. */
export const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** Contrast ratio of two colours, 1 to 21, in either order. */
export const contrast = (a: Rgb, b: Rgb): number => {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return x > y ? x / y : y / x;
};

/** The colour `share` (0 to 1) of the way from `a` to `b`, rounded to whole channels. */
export const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((from, i) => Math.round(from + ((b[i] ?? 0) - from) * share)) as unknown as Rgb;

/**
 * `ink` itself when it has `ratio` on `paper`, else the nearest step toward black or white that has.
 *
 * @param ratio - at most 4.58, which black or white reaches on every colour.
 */
export const readable = (ink: Rgb, paper: Rgb, ratio: number): Rgb => {
  const toward = luminance(ink) > luminance(paper) ? [WHITE, BLACK] : [BLACK, WHITE];
  const pole = toward.find((end) => contrast(end, paper) >= ratio) ?? BLACK;
  let step = 0;
  while (step < 20 && contrast(mix(ink, pole, step / 20), paper) < ratio) step++;
  return mix(ink, pole, step / 20);
};

/** What was read from the page, before any correction. */
export interface Found {
  readonly surface: Rgb;
  readonly text: Rgb;
  readonly accent: Rgb;
  readonly onAccent: Rgb;
}

/**
 * Every colour a prompt is painted with, by the name the sheet knows it by: the page's own, with words at 4.5:1 and
 * edges at 3:1 on what lies behind them. What carries no meaning is a faint grey that any ground shows through.
 */
export const palette = ({ surface, text, accent, onAccent }: Found): readonly (readonly [string, Rgb])[] => {
  const ink = readable(text, surface, TEXT_RATIO);
  const faded = (share: number): Rgb => mix(ink, surface, share);
  return [
    ["surface", surface],
    ["text", ink],
    ["muted", readable(faded(0.35), surface, TEXT_RATIO)],
    ["edge", readable(faded(0.7), surface, EDGE_RATIO)],
    ["accent", accent],
    ["on-accent", readable(onAccent, accent, TEXT_RATIO)],
    ["accent-edge", readable(accent, surface, EDGE_RATIO)],
    ["changed", readable(AMBER, surface, TEXT_RATIO)],
  ];
};
