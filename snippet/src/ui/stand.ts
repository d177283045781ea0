/** Hangs a prompt's element over the page and finds it a free spot at the lower edge. */

import type { Rest } from "./pace";
import { type Box, findLift, inTheWay, overlap, topOfCovered } from "./place";

/** Space to the edges of the window; a sheet over the whole width has none. */
const GAP_PX = 24;
/** So far up, as a share of the window, a prompt moves for a button that scrolls with the page. */
const BUTTON_SHARE = 0.4;

/** Hangs `tag` over the page, last in the order of the keyboard and out of the page's flow. */
export const float = (tag: HTMLElement): void => {
  tag.setAttribute("popover", "manual");
  move(tag, "end", GAP_PX);
  document.documentElement.append(tag);
};

const move = (tag: HTMLElement, side: string, px: number): void => {
  tag.setAttribute("side", side);
  lift(tag, `${px}px`);
};

const lift = (tag: HTMLElement, length: string): void => tag.style.setProperty("--lift", length);

/** Where it stands and how large it would be at the lower edge: what stands higher has less room. */
const measure = (tag: HTMLElement): DOMRect => {
  const before = tag.style.getPropertyValue("--lift");
  lift(tag, `${GAP_PX}px`);
  const box = tag.getBoundingClientRect();
  lift(tag, before);
  return box;
};

/**
 * A free spot for a floating `tag`, at the reading end if it can be; undefined when there is none.
 * The shop's own button is left free: by the other corner first, then by moving up a little, else it is covered.
 * The page is looked at once a side and nothing is moved meanwhile, or each look would lay it out anew.
 */
export const findSpot = async (tag: HTMLElement, button: Element | undefined, rest: Rest): Promise<(() => void) | undefined> => {
  const { left, right, width, height } = measure(tag);
  await rest();
  const wide = document.documentElement.clientWidth;
  const gap = width < wide ? GAP_PX : 0;
  const shop = button?.getBoundingClientRect();
  const near = shop && innerHeight - shop.top < innerHeight * BUTTON_SHARE ? [shop] : [];
  const seen: Record<string, readonly Box[]> = {};
  for (const way of ["beside", "above", "over"]) {
    for (const side of ["end", "start"]) {
      const span = side === tag.getAttribute("side") ? { left, right } : { left: wide - right, right: wide - left };
      const at = (px: number): Box => ({ ...span, top: innerHeight - px - height, bottom: innerHeight - px });
      const pinned = (seen[side] ??= await inTheWay(tag, { ...span, top: 0, bottom: innerHeight }, rest));
      const all = way === "above" ? [...pinned, ...near] : pinned;
      const found = findLift(innerHeight, height, gap, (px) => topOfCovered(at(px), all));
      if (found === undefined || (way === "beside" && shop && overlap(at(found), shop))) continue;
      return () => move(tag, side, found);
    }
  }
  return undefined;
};
