/** Where on the page a known price stands. */

import { amounts } from "../lib/amount";

/** Elements looked at before giving up; a page is not searched without end. */
const MOST_LOOKED_AT = 400;
const LIKELY = '[itemprop=price],[data-price],[class*="price" i],[id*="price" i]';
const ANY = "main *,body *";
const OLD = "s,del,strike,nav,aside,footer,script,style,select";

/**
 * The element in which `price` is written largest: the innermost one, visible, and neither struck through nor part of
 * the frame around the product. Undefined when it is nowhere to be seen.
 *
 * @param price - a decimal string.
 */
export const pricePlace = (root: ParentNode, price: string): Element | undefined => {
  const says = (element: Element): boolean => {
    const words = element.textContent ?? "";
    return words.length < 100 && amounts(words).some((amount) => Number(amount) === Number(price));
  };
  const size = (element: Element): number => {
    const { fontSize, textDecorationLine } = getComputedStyle(element);
    return /through/.test(textDecorationLine) ? 0 : Number.parseFloat(fontSize) || 1;
  };
  const find = (selector: string): Element | undefined =>
    [...root.querySelectorAll(selector)]
      .filter((element) => element.childElementCount < 6 && /\d|[٠-٩۰-۹]/.test(element.textContent ?? ""))
      .slice(0, MOST_LOOKED_AT)
      .filter((element) => says(element) && ![...element.children].some(says))
      .filter((element) => !element.closest(OLD) && element.getClientRects().length && size(element))
      .toSorted((a, b) => size(b) - size(a))[0];
  return find(LIKELY) ?? find(ANY);
};
