/** Reads how the shop looks, once a prompt: its ground, its letters, and its own primary button. */

import { BLACK, contrast, luminance, palette, type Rgb, WHITE } from "./contrast";
import type { Rest } from "./pace";
import { pinnedBy } from "./place";

/** Things that might be the shop's primary button. */
const BUTTONS = "button,[type=submit],[role=button],a[class*=btn i],a[class*=button i]";
const MOST_BUTTONS = 60;
const LIKELY = /primary|cart|buy|basket|checkout|submit/i;

/** An element of the shop and a colour it shows. */
interface Painted {
  readonly element: Element;
  readonly rgb: Rgb;
}

/** Turns any CSS colour into numbers; undefined when there is none, or one that lets half the light through. */
type Resolve = (css: string | undefined) => Rgb | undefined;

/**
 * Gives `tag` the look of this page, corrected to be readable.
 *
 * @param probe - an element of ours in the document whose style may be changed freely.
 * @param owner - `cfg.theme`: `surface`, `text`, `accent`, `on_accent` (CSS colours), `font`, `size`, `radius` (px).
 * @returns the shop's own button, which a prompt should not cover.
 */
export const dress = async (tag: HTMLElement, probe: HTMLElement, owner: Readonly<Record<string, string>>, rest: Rest): Promise<Element | undefined> => {
  const set = (name: string, value: string): void => tag.style.setProperty(`--${name}`, value);
  const resolve = resolver(probe);
  const ground = findGround(resolve, probe);
  const surface = resolve(owner["surface"]) ?? ground.rgb;
  const text = resolve(owner["text"]) ?? resolve(getComputedStyle(ground.element).color) ?? BLACK;
  await rest();
  const button = findButton(resolve, surface);
  const style = button && getComputedStyle(button.element);
  const accent = resolve(owner["accent"]) ?? button?.rgb ?? text;
  const onAccent = resolve(owner["on_accent"] ?? style?.color) ?? surface;
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const radius = owner["radius"] ?? style?.borderTopLeftRadius ?? "";
  set("font", owner["font"] ?? fontFamily);
  set("size", within(owner["size"] ?? fontSize, 14, 32, 16));
  set("round", within(radius, 0, 99, 6)); // Half of anything, `50%`, is rounder than our buttons are high.
  set("scheme", luminance(surface) < 0.18 ? "dark" : "light");
  for (const [name, rgb] of palette({ surface, text, accent, onAccent })) set(name, `rgb(${rgb.join()})`);
  return button?.element;
};

/** The number at the start of `size`, held between `least` and `most`, in px; `other` when there is none. */
const within = (size: string, least: number, most: number, other: number): string => {
  const px = parseFloat(size);
  return `${isNaN(px) ? other : Math.min(Math.max(px, least), most)}px`;
};

/**
 * Lets the browser turn whatever it knows (names, oklch, system colours) into sRGB through `color-mix`.
 * A canvas could do it too, but reading one back is what fingerprinting scripts do.
 */
const resolver =
  (probe: HTMLElement): Resolve =>
  (css) => {
    // As browsers write nearly every colour; asking them to mix it would have them style the page anew.
    if (/^rgba?\([\d., ]+\)$/.test(css ?? "")) return channels(css ?? "", 255);
    probe.style.color = "";
    probe.style.color = `color-mix(in srgb,${css},${css})`;
    return probe.style.color ? channels(getComputedStyle(probe).color) : undefined;
  };

/** The channels of a serialised `color(srgb r g b / alpha)`, 0 to `full` each, when it is more than half opaque. */
export const channels = (css: string, full = 1): Rgb | undefined => {
  const [r, g, b, alpha = 1] = (css.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (b === undefined || alpha <= 0.5) return undefined;
  return [r, g, b].map((value = 0) => Math.min(255, Math.max(0, Math.round((value / full) * 255)))) as unknown as Rgb;
};

/** What the shopper sees behind the page: the first opaque ground under its middle that fills the window. */
const findGround = (resolve: Resolve, probe: HTMLElement): Painted => {
  const { body, documentElement: root } = document;
  for (const element of [...document.elementsFromPoint(innerWidth / 2, innerHeight / 2).filter(fills), body, root]) {
    const rgb = resolve(getComputedStyle(element).backgroundColor);
    if (rgb) return { element: element === root ? body : element, rgb };
  }
  probe.style.colorScheme = getComputedStyle(root).colorScheme;
  return { element: body, rgb: resolve("Canvas") ?? WHITE };
};

const fills = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width >= innerWidth * 0.8 && height >= innerHeight * 0.9;
};

/** The shop's primary button: the visible one that stands out most, judged by contrast, size and what it is called. */
const findButton = (resolve: Resolve, surface: Rgb): Painted | undefined => {
  let best: Painted | undefined;
  let most = 10;
  for (const element of [...document.querySelectorAll(BUTTONS)].slice(0, MOST_BUTTONS)) {
    const { width, height } = element.getBoundingClientRect();
    if (width < 48 || height < 24 || height > 120) continue;
    const rgb = resolve(getComputedStyle(element).backgroundColor);
    if (!rgb) continue;
    const likely = LIKELY.test(`${element.className} ${element.id} ${element.getAttribute("name")}`) ? 2 : 1;
    // Painted like the page, by the shop or by forced colours, it must at least be called a buy button.
    const weight = (contrast(rgb, surface) - 1 || likely - 1.8) * Math.sqrt(width * height) * likely;
    if (weight <= most || pinnedBy(element)) continue;
    most = weight;
    best = { element, rgb };
  }
  return best;
};
