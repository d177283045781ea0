/** An inline prompt: in a place the owner marked, where it pushes nothing about, and nowhere else. */

import type { Settle } from "./form";
import { float } from "./stand";

/** A place kept free is at least this high. */
const RESERVED_PX = 40;

export const settle: Settle = (tag, _card, { host, rest }) => {
  const tooSmall = new Set<Element>();
  return async () => {
    const slot = findSlot(host.slots, tooSmall);
    await rest();
    return slot && enter(tag, slot, tooSmall) ? () => undefined : undefined;
  };
};

/** Moves `tag`, still invisible, into a marked place; false, with `tag` floating as before, when that gives the page a jolt. */
const enter = (tag: HTMLElement, slot: Element, tooSmall: Set<Element>): boolean => {
  const height = slot.getBoundingClientRect().height;
  tag.removeAttribute("popover");
  slot.append(tag);
  if (isBelow(slot) || slot.getBoundingClientRect().height <= height + 1) return true;
  tooSmall.add(slot);
  float(tag);
  return false;
};

/** The first marked place that is visible, empty, and either kept free or below the fold. */
export const findSlot = (selectors: readonly string[], but?: ReadonlySet<Element>): Element | undefined => {
  for (const selector of selectors) {
    const free = matching(selector).find((place) => !but?.has(place) && isEmpty(place) && (isReserved(place) || isBelow(place)));
    if (free) return free;
  }
  return undefined;
};

/** Whether `place` starts under the lower edge of the window, where growing moves nothing in view. */
const isBelow = (place: Element): boolean => place.getBoundingClientRect().top >= innerHeight;

/** An owner's typing mistake in a selector costs that selector, not the prompt. */
const matching = (selector: string): readonly Element[] => {
  try {
    return [...document.querySelectorAll(selector)].filter((place) => place.getClientRects().length > 0);
  } catch {
    return [];
  }
};

const isEmpty = (place: Element): boolean => !place.textContent?.trim() && !place.firstElementChild;

const isReserved = (place: Element): boolean => Number.parseFloat(getComputedStyle(place).minHeight) >= RESERVED_PX;

export const SHEET = "";
