/** Where on the page a known price stands. */

import { amounts } from "../lib/amount";

/** Elements looked at before giving up; a page is not searched without end. */
const MOST_LOOKED_AT = 400;
const LIKELY = "[itemprop=price],[data-price],[class*=price i],[id*=price i]";
const OLD = "s,del,strike,[aria-hidden=true],nav,aside,header nav,footer,script,style";

/**
 * The element in which `price` is written largest: the innermost one, visible, and neither struck through nor part of
 * the frame around the product. Undefined when it is nowhere to be seen.
 *
 * @param price - a decimal string.
 */
export const pricePlace = (root: ParentNode, price: string): Element | undefined => {
  const wanted = Number(price);
  const says = (element: Element): boolean => {
    const words = element.getAttribute("content") ?? element.textContent ?? "";
    return words.length < 200 && amounts(words).some((amount) => Number(amount) === wanted);
  };
  const likely = [...root.querySelectorAll(LIKELY)].slice(0, MOST_LOOKED_AT).filter(says);
  const found = (likely.length ? likely : written(root).filter(says)).filter((element) => stands(element, says));
  return largest(found);
};

/** Elements with text of their own that has a digit in it. */
const written = (root: ParentNode): readonly Element[] => {
  const body = root.querySelector("main") ?? root.querySelector("body");
  if (!body) return [];
  const found: Element[] = [];
  const texts = document.createTreeWalker(body, 4 /* text */);
  for (let i = 0; i < MOST_LOOKED_AT * 5 && texts.nextNode() && found.length < MOST_LOOKED_AT; i++) {
    const parent = texts.currentNode.parentElement;
    if (parent && /[\d٠-٩۰-۹]/.test(texts.currentNode.nodeValue ?? "")) found.push(parent);
  }
  return found;
};

const stands = (element: Element, says: (element: Element) => boolean): boolean =>
  !element.closest(OLD) && ![...element.children].some(says) && element.getClientRects().length > 0;

const largest = (found: readonly Element[]): Element | undefined => {
  let [best, size] = [found[0], 0];
  for (const element of found) {
    const { fontSize, textDecorationLine } = getComputedStyle(element);
    const own = textDecorationLine.includes("line-through") ? 0 : Number.parseFloat(fontSize) || 1;
    if (own > size) [best, size] = [element, own];
  }
  return best;
};
