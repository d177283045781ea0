/** Which of the owner's marked places an inline prompt may use without pushing the page about. */

/** A place kept free is at least this high. */
const RESERVED_PX = 40;

/** The first marked place that is visible, empty, and either kept free or below the fold. */
export const findSlot = (selectors: readonly string[]): Element | undefined => {
  for (const selector of selectors) {
    const free = matching(selector).find((place) => isEmpty(place) && (isReserved(place) || isBelow(place)));
    if (free) return free;
  }
  return undefined;
};

/** Whether `place` starts under the lower edge of the window, where growing moves nothing in view. */
export const isBelow = (place: Element): boolean => place.getBoundingClientRect().top >= innerHeight;

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
