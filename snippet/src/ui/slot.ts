/** An inline prompt: in a place the owner marked, where it pushes nothing about; else it is a toast. */

import { settle as floating, type Settle } from "./form";
import { float } from "./stand";

/** A place kept free is at least this high. */
const RESERVED_PX = 40;

export const settle: Settle = (tag, card, scene) =>
  settleInSlot(tag, scene.host.slots) ? () => true : floating(tag, card, scene);

/** Moves `tag` into a marked place; false, with `tag` floating as before, when none takes it without a jolt. */
const settleInSlot = (tag: HTMLElement, selectors: readonly string[]): boolean => {
  const slot = findSlot(selectors);
  if (!slot) return false;
  const height = slot.getBoundingClientRect().height;
  tag.removeAttribute("popover");
  slot.append(tag);
  if (isBelow(slot) || slot.getBoundingClientRect().height <= height + 1) return true;
  float(tag);
  return false;
};

/** The first marked place that is visible, empty, and either kept free or below the fold. */
export const findSlot = (selectors: readonly string[]): Element | undefined => {
  for (const selector of selectors) {
    const free = matching(selector).find((place) => isEmpty(place) && (isReserved(place) || isBelow(place)));
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
