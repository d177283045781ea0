/** Where on the page a known price stands. */

import { brief, withDigits } from "./brief";
import { slices } from "./slices";

/** Texts looked at before giving up; a page is not searched without end. */
const MOST_TEXTS = 3_000;
/** Longest text that is a price and little else, in characters, and how far around its digits it may reach. */
const LONGEST = 100;
const MOST_UP = 3;
/** What is over, or belongs to the frame, or to another product of a list. */
const OLD = "s,del,strike,nav,aside,footer,script,style,select,li:has(a[href] img),a[href]:has(img)";

/** What was found last: it is asked for twice, by those who judge a price and those who watch it. */
let last: readonly [price: string, place: Element] | undefined;

/**
 * The element in which `price` is written largest: the innermost one, visible, and neither struck through nor part of
 * the frame around the product. Undefined when it is nowhere to be seen.
 *
 * @param price - a decimal string.
 */
export const pricePlace = async (page: Document, price: string): Promise<Element | undefined> => {
  const first = price.slice(0, 1);
  const is = written(price);
  const says = (words: string): boolean => is.test(even(words));
  const pause = slices();
  let best: Element | undefined;
  let largest = 0;
  if (last?.[0] === price && last[1].isConnected && says(last[1].textContent)) return last[1];
  for (const [element, text] of withDigits([page], MOST_TEXTS)) {
    await pause();
    // Decimals may stand in an element of their own: a text with the first digit may be the beginning.
    if (!even(text).includes(first)) continue;
    const place = around(element, says);
    const size = place && !place.closest(OLD) && place.getClientRects().length ? sizeOf(place) : 0;
    if (size > largest) [best, largest] = [place, size];
  }
  last = best && [price, best];
  return best;
};

/** Other scripts' digits as our own. */
const even = (words: string): string => words.replace(/[٠-٩۰-۹०-९]/g, (digit) => String((digit.charCodeAt(0) - (digit < "०" ? 0 : 6)) & 15));

/** What matches `price` however its thousands are grouped, by threes or as in India, and its decimals are set apart. */
const written = (price: string): RegExp => {
  const [whole = "", part] = price.split(".");
  const grouped = [...whole].map((digit, at) => {
    const left = whole.length - at;
    return at && left > 2 && (left % 3 === 0 || left % 2) ? `[.,'’´٬\\s]?${digit}` : digit;
  });
  const decimals = part ? `\\D{0,3}${part}0*` : "([.,٫]?\\s?00+)?";
  return new RegExp(`(?<!\\d[.,'’\\s]?)${grouped.join("")}${decimals}(?![.,]?\\d)`);
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
  for (let at: Element | null = element, up = 0; at && up < MOST_UP; at = at.parentElement, up++) {
    if (/through/.test(getComputedStyle(at).textDecorationLine)) return 0;
  }
  return Number.parseFloat(getComputedStyle(element).fontSize) || 1;
};
