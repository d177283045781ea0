/** Puts a prompt's element into the page: into the owner's marked place, or floating over the lower corner. */

import { listen } from "./node";
import { findSpot, looker } from "./place";
import { findSlot, isBelow } from "./slot";

/** Space to the edges of the window; a sheet over the whole width has none. */
const GAP_PX = 24;
/** After a click the shop gets this long to take its bar or drawer away. */
const CLICK_MS = 300;
const STILL_MS = 150;

/** Hangs `tag` over the page, last in the order of the keyboard and out of the page's flow. */
export const float = (tag: HTMLElement, card: HTMLElement): void => {
  tag.setAttribute("popover", "manual");
  tag.style.setProperty("--lift", `${GAP_PX}px`);
  card.classList.add("float");
  document.documentElement.append(tag);
};

/** Moves `tag` into a marked place; false, with `tag` floating as before, when none takes it without a jolt. */
export const settleInSlot = (tag: HTMLElement, card: HTMLElement, selectors: readonly string[]): boolean => {
  const slot = findSlot(selectors);
  if (!slot) return false;
  const height = slot.getBoundingClientRect().height;
  tag.removeAttribute("popover");
  card.classList.remove("float");
  slot.append(tag);
  if (isBelow(slot) || slot.getBoundingClientRect().height <= height + 1) return true;
  float(tag, card);
  return false;
};

/** Moves a floating `tag` to the free spot nearest the corner; false, with nothing moved, when there is none. */
export const standFree = (tag: HTMLElement, button: Element | undefined): boolean => {
  const { clientWidth: width } = document.documentElement;
  const old = tag.style.getPropertyValue("--lift");
  tag.style.setProperty("--lift", `${GAP_PX}px`);
  const { width: promptWidth, height: promptHeight } = tag.getBoundingClientRect();
  const gap = promptWidth < width ? GAP_PX : 0;
  const room = { width, height: innerHeight, promptWidth, promptHeight, gap, rtl: tag.dir === "rtl" };
  const spot = findSpot(room, looker(tag, button)) ?? (button && findSpot(room, looker(tag, undefined)));
  tag.style.setProperty("--lift", spot ? `${spot.lift}px` : old);
  if (spot) tag.setAttribute("side", spot.side);
  return spot !== undefined;
};

/**
 * Calls `again` when the shop may have changed what stands in the corner: at once after a new window size or a click
 * (`moved`), and after scrolling or focusing only when something has come to stand in the prompt's way.
 */
export const onChange = (tag: HTMLElement, signal: AbortSignal, again: () => void): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (after_ms: number, work: () => void) => (event: Event) => {
    if (event.target === tag) return;
    clearTimeout(timer);
    timer = setTimeout(work, after_ms);
  };
  const ifCovered = (): void => {
    if (looker(tag, undefined)(tag.getBoundingClientRect()) !== undefined) again();
  };
  listen(window, "resize", signal, soon(STILL_MS, again));
  listen(document, "click", signal, soon(CLICK_MS, again));
  listen(document, "scroll", signal, soon(STILL_MS, ifCovered));
  listen(document, "focusin", signal, soon(STILL_MS, ifCovered));
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
};
