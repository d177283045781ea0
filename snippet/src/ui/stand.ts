/** Hangs a prompt's element over the page and moves it to a free spot at the lower edge. */

import { later, listen } from "./node";
import { type Box, findLift, inTheWay, overlap, topOfCovered } from "./place";

/** Space to the edges of the window; a sheet over the whole width has none. */
const GAP_PX = 24;
/** So far up, as a share of the window, a prompt moves for a button that scrolls with the page. */
const BUTTON_SHARE = 0.4;
/** The shop gets this long to take a clicked bar away, and scrolling to come to rest. */
const REST_MS = 300;

/** Hangs `tag` over the page, last in the order of the keyboard and out of the page's flow. */
export const float = (tag: HTMLElement): void => {
  tag.setAttribute("popover", "manual");
  lift(tag, GAP_PX);
  document.documentElement.append(tag);
};

const lift = (tag: HTMLElement, px: number): void => tag.style.setProperty("--lift", `${px}px`);

/**
 * Moves a floating `tag` to a free spot, at the reading end if it can be; false when there is none.
 * The shop's own button is left free: by the other corner first, then by moving up a little, else it is covered.
 * The page is looked at once a side and nothing is moved meanwhile, or each look would lay it out anew.
 */
export const standFree = (tag: HTMLElement, button: Element | undefined): boolean => {
  lift(tag, GAP_PX);
  const { width, height } = tag.getBoundingClientRect();
  const gap = width < document.documentElement.clientWidth ? GAP_PX : 0;
  const shop = button?.getBoundingClientRect();
  const near = shop && innerHeight - shop.top < innerHeight * BUTTON_SHARE ? [shop] : [];
  const seen: Record<string, readonly Box[]> = {};
  for (const way of ["beside", "above", "over"]) {
    for (const side of ["end", "start"]) {
      tag.setAttribute("side", side);
      const { left, right } = tag.getBoundingClientRect();
      const at = (px: number): Box => ({ left, right, top: innerHeight - px - height, bottom: innerHeight - px });
      const there = (seen[side] ??= inTheWay(tag, { left, right, top: 0, bottom: innerHeight }));
      const all = way === "above" ? [...there, ...near] : there;
      const found = findLift(innerHeight, height, gap, (px) => topOfCovered(at(px), all));
      if (found === undefined || (way === "beside" && shop && overlap(at(found), shop))) continue;
      lift(tag, found);
      return true;
    }
  }
  tag.setAttribute("side", "end");
  lift(tag, gap);
  return false;
};

/**
 * Calls `again` when the shop may have changed what stands in the corner: after a new window size or a click, and
 * after scrolling, focusing or a newcomer when something has come to stand in the prompt's way.
 */
export const onChange = (tag: HTMLElement, signal: AbortSignal, again: () => void): void => {
  let timer: ReturnType<typeof setTimeout>;
  const soon = (always: boolean): void => {
    clearTimeout(timer);
    timer = later(REST_MS, signal, () => (always || covers(tag)) && again());
  };
  const watch = (kind: string, always: boolean): void =>
    listen(window, kind, signal, ({ target }) => target === tag || soon(always));
  watch("resize", true);
  watch("click", true);
  watch("scroll", false);
  watch("focusin", false);
  // Chat bubbles and cookie banners come late, and hang themselves under the body.
  const newcomers = new MutationObserver(() => soon(false));
  newcomers.observe(document.body, { childList: true });
  signal.addEventListener("abort", () => newcomers.disconnect());
};

const covers = (tag: HTMLElement): boolean => {
  const box = tag.getBoundingClientRect();
  return topOfCovered(box, inTheWay(tag, box)) !== undefined;
};
