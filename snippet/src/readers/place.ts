/** Where on the page a known price stands. */

import { amounts } from "../lib/amount";
import { brief, withDigits } from "./brief";

/** Texts looked at before giving up; a page is not searched without end. */
const MOST_TEXTS = 3_000;
/** Longest text that is a price and little else, in characters, and how far around its digits it may reach. */
const LONGEST = 100;
const MOST_UP = 3;
const OLD = "s,del,strike,nav,aside,footer,script,style,select";

/**
 * The element in which `price` is written largest: the innermost one, visible, and neither struck through nor part of
 * the frame around the product. Undefined when it is nowhere to be seen.
 *
 * @param price - a decimal string.
 */
export const pricePlace = (page: Document, price: string): Element | undefined => {
  const first = (price.split(".")[0] ?? "").slice(0, 3);
  const says = (words: string): boolean => amounts(words).some((amount) => Number(amount) === Number(price));
  let best: Element | undefined;
  let largest = 0;
  for (const [element, text] of withDigits(page.body, MOST_TEXTS)) {
    // Decimals may stand in an element of their own; the first digits of a price are always together.
    if (/\d/.test(text) && !text.replace(/\D/g, "").includes(first)) continue;
    const place = around(element, says);
    const size = place && !place.closest(OLD) && place.getClientRects().length ? sizeOf(place) : 0;
    if (size > largest) [best, largest] = [place, size];
  }
  return best;
};

/** The innermost of an element and those around it that says so. */
const around = (element: Element, says: (words: string) => boolean): Element | undefined => {
  for (let at: Element | null = element, up = 0; at && up < MOST_UP; at = at.parentElement, up++) {
    const words = brief(at, LONGEST);
    if (words === undefined) return undefined;
    if (says(words)) return at;
  }
  return undefined;
};

const sizeOf = (element: Element): number => {
  const { fontSize, textDecorationLine } = getComputedStyle(element);
  return /through/.test(textDecorationLine) ? 0 : Number.parseFloat(fontSize) || 1;
};
