/** Reads how the shop looks, once a prompt: its ground, its letters, and its own primary button. */

import { contrast, luminance, over, palette, type Rgb } from "./contrast";
import { pinnedBy } from "./place";

/** What the owner may set in `cfg.theme`; anything else there is ignored. */
const OWNER_COLOURS = ["surface", "text", "accent", "on_accent"] as const;

/** Things that might be the shop's primary button. */
const BUTTONS = "button,[type=submit],[role=button],a[class*=btn i],a[class*=button i]";
const MOST_BUTTONS = 80;
const LIKELY = /primary|cart|buy|basket|checkout|submit/i;

/** The custom properties of the sheet, and the shop's button, which a prompt should not cover. */
export interface Theme {
  readonly vars: Readonly<Record<string, string>>;
  readonly button: Element | undefined;
}

interface Paint {
  readonly rgb: Rgb;
  readonly alpha: number;
}

/** Turns any CSS colour into numbers; undefined when the browser does not know it. */
type Resolve = (css: string | undefined) => Paint | undefined;

/**
 * The look of this page, corrected to be readable.
 *
 * @param probe - an element of ours in the document whose `color` may be changed freely.
 * @param owner - `cfg.theme`: `surface`, `text`, `accent`, `on_accent` (CSS colours), `font`, `size`, `radius` (px).
 */
export const readTheme = (probe: HTMLElement, owner: Readonly<Record<string, string>>): Theme => {
  const resolve = resolver(probe);
  const [surface = undefined, text = undefined, accent = undefined, onAccent = undefined] = OWNER_COLOURS.map(
    (name) => resolve(owner[name])?.rgb,
  );
  const ground = surface ? { element: document.body, rgb: surface } : findGround(resolve, probe);
  const body = getComputedStyle(ground.element);
  const button = findButton(resolve, ground.rgb);
  const style = button && getComputedStyle(button.element);
  const ink = text ?? resolve(body.color)?.rgb ?? [0, 0, 0];
  const fill = accent ?? button?.rgb ?? ink;
  const label = onAccent ?? (accent ? ground.rgb : (resolve(style?.color)?.rgb ?? ground.rgb));
  const colours = palette({ surface: ground.rgb, text: ink, accent: fill, onAccent: label });
  const vars: Record<string, string> = {
    font: owner.font ?? getComputedStyle(document.body).fontFamily,
    size: `${within(owner.size ?? getComputedStyle(document.body).fontSize, 14, 32, 16)}px`,
    round: `${style?.borderTopLeftRadius.endsWith("%") && !owner.radius ? 99 : within(owner.radius ?? style?.borderTopLeftRadius, 0, 99, 6)}px`,
    scheme: luminance(ground.rgb) < 0.18 ? "dark" : "light",
  };
  for (const [name, rgb] of Object.entries(colours)) vars[name] = `rgb(${(rgb as Rgb).join()})`;
  return { vars, button: button?.element };
};

/** The number at the start of `size`, held between `least` and `most`; `other` when there is none. */
const within = (size: string | undefined, least: number, most: number, other: number): number => {
  const px = Number.parseFloat(size ?? "");
  return Number.isFinite(px) ? Math.min(Math.max(px, least), most) : other;
};

/**
 * Reads `rgb()` itself and lets the browser turn everything else (named, oklch, system colours) into sRGB through
 * `color-mix`. A canvas could do it too, but reading one back is what fingerprinting scripts do.
 */
const resolver = (probe: HTMLElement): Resolve => {
  const computed = (css: string): string => {
    probe.style.color = "";
    probe.style.color = css;
    return probe.style.color && getComputedStyle(probe).color;
  };
  return (css) =>
    css ? (numbers(css) ?? numbers(computed(`color-mix(in srgb,${css},${css})`)) ?? numbers(computed(css))) : undefined;
};

/** The channels of a serialised `rgb()`, `rgba()` or `color(srgb …)`. */
export const numbers = (css: string): Paint | undefined => {
  const scale = css.startsWith("color(srgb ") ? 255 : /^rgba?\(/.test(css) ? 1 : 0;
  const [r, g, b, alpha = 1] = (css.match(/-?[\d.]+(e-?\d+)?/gi) ?? []).map(Number);
  if (!scale || r === undefined || g === undefined || b === undefined) return undefined;
  const channel = (value: number): number => Math.min(255, Math.max(0, Math.round(value * scale)));
  return { rgb: [channel(r), channel(g), channel(b)], alpha };
};

/** What the shopper sees behind the page: the first opaque ground under its middle that fills the window. */
const findGround = (resolve: Resolve, probe: HTMLElement): { element: Element; rgb: Rgb } => {
  const { body, documentElement: root } = document;
  const behind = [...document.elementsFromPoint(innerWidth / 2, innerHeight / 2).filter(fills), body, root];
  for (const element of behind) {
    const paint = resolve(getComputedStyle(element).backgroundColor);
    if (paint && paint.alpha > 0.9) return { element: element === root ? body : element, rgb: paint.rgb };
  }
  probe.style.colorScheme = getComputedStyle(root).colorScheme;
  return { element: body, rgb: resolve("Canvas")?.rgb ?? [255, 255, 255] };
};

const fills = (element: Element): boolean => {
  const box = element.getBoundingClientRect();
  return box.width >= innerWidth * 0.8 && box.height >= innerHeight * 0.9;
};

/** The shop's primary button: the visible one that stands out most, judged by contrast, size and what it is called. */
const findButton = (resolve: Resolve, ground: Rgb): { element: Element; rgb: Rgb } | undefined => {
  const seen = [...document.querySelectorAll(BUTTONS)].slice(0, MOST_BUTTONS).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width < 48 || height < 24 || height > 120 || element.matches(":disabled")) return [];
    const paint = resolve(getComputedStyle(element).backgroundColor);
    if (!paint || paint.alpha < 0.5) return [];
    const rgb = over(paint.rgb, paint.alpha, ground);
    const likely = LIKELY.test(`${element.className} ${element.id} ${element.getAttribute("name") ?? ""}`) ? 2 : 1;
    const weight = (contrast(rgb, ground) - 1) * Math.sqrt(width * height) * likely;
    return weight > 10 ? [{ element, rgb, weight }] : [];
  });
  return seen.sort((a, b) => b.weight - a.weight).find(({ element }) => !pinnedBy(element));
};
