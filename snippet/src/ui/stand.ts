/** Puts a prompt's element into the page: into the owner's marked place, or floating over the lower corner. */

import { later, listen } from "./node";
import { findLift, overlap, topOfCovered } from "./place";
import { findSlot, isBelow } from "./slot";

/** Space to the edges of the window; a sheet over the whole width has none. */
const GAP_PX = 24;
/** The shop gets this long to take a clicked bar away, and scrolling to come to rest. */
const REST_MS = 300;

/** Hangs `tag` over the page, last in the order of the keyboard and out of the page's flow. */
export const float = (tag: HTMLElement): void => {
  tag.setAttribute("popover", "manual");
  lift(tag, GAP_PX);
  document.documentElement.append(tag);
};

const lift = (tag: HTMLElement, px: number): void => tag.style.setProperty("--lift", `${px}px`);

/** Moves `tag` into a marked place; false, with `tag` floating as before, when none takes it without a jolt. */
export const settleInSlot = (tag: HTMLElement, selectors: readonly string[]): boolean => {
  const slot = findSlot(selectors);
  if (!slot) return false;
  const height = slot.getBoundingClientRect().height;
  tag.removeAttribute("popover");
  slot.append(tag);
  if (isBelow(slot) || slot.getBoundingClientRect().height <= height + 1) return true;
  float(tag);
  return false;
};

/**
 * Moves a floating `tag` to a free spot, at the reading end if it can be; false when there is none.
 * The shop's own button is left free: by the other corner first, then by moving up a little, else it is covered.
 */
export const standFree = (tag: HTMLElement, button: Element | undefined): boolean => {
  lift(tag, GAP_PX);
  const { width, height } = tag.getBoundingClientRect();
  const gap = width < document.documentElement.clientWidth ? GAP_PX : 0;
  for (const way of ["beside", "above", "over"]) {
    for (const side of ["end", "start"]) {
      tag.setAttribute("side", side);
      const found = findLift(innerHeight, height, gap, (px) => {
        lift(tag, px);
        return topOfCovered(tag, way === "above" ? button : undefined);
      });
      if (found !== undefined && !(way === "beside" && button && overlap(tag, button))) return true;
    }
  }
  tag.setAttribute("side", "end");
  lift(tag, gap);
  return false;
};

/**
 * Calls `again` when the shop may have changed what stands in the corner: after a new window size or a click, and
 * after scrolling or focusing when something has come to stand in the prompt's way.
 */
export const onChange = (tag: HTMLElement, signal: AbortSignal, again: () => void): void => {
  let timer: ReturnType<typeof setTimeout>;
  const watch = (kind: string, always: boolean): void =>
    listen(window, kind, signal, ({ target }) => {
      if (target === tag) return;
      clearTimeout(timer);
      timer = later(REST_MS, signal, () => (always || topOfCovered(tag) !== undefined) && again());
    });
  watch("resize", true);
  watch("click", true);
  watch("scroll", false);
  watch("focusin", false);
};
