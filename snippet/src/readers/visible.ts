/** The price that stands beside a product's title and its buy button, for shops that tell it in no other way. */

import { brief, withDigits } from "./brief";
import { type Marks, judge, names, PRICED } from "./judge";
import { roots } from "./everywhere";
import { inFrame, seen } from "./landmarks";
import { monies } from "./money";
import type { Hints } from "./signs";
import { slices } from "./slices";

export interface SeenPrice {
  readonly element: Element;
  readonly amount: string;
  readonly currency: string | undefined;
  /** Its words name the currency. */
  readonly named: boolean;
  /** How much speaks for it; from {@link ENOUGH} on it is believed by itself. */
  readonly score: number;
}

/** Our own choice, from the pages that sell nothing and those that sell. */
export const ENOUGH = 2;
/** Scores so near to each other say nothing. */
const ALIKE = 0.2;
/** Longest text that is a price and little else, in characters. */
const LONGEST = 40;
/** Texts and prices looked at before giving up; a page is not searched without end. */
const MOST_TEXTS = 3_000;
const MOST_PRICES = 150;
/** What is more than a price has these in it. */
const OWN = "h1,h2,h3,h4,button,img,input,select,form,picture";
/** Every price that can be seen, the likeliest first. @param hints - the page's own currency and country. */
export const seenPrices = async (page: Document, hints: Hints, title: Element | undefined, buy: readonly Element[]): Promise<readonly SeenPrice[]> => {
  const marks: Marks = { title, buy: buy[0], near: together(title, buy) };
  const pause = slices();
  const found: SeenPrice[] = [];
  const known = new Set<Element>();
  const look = (element: Element, words: string, leaf: Element): void => {
    const all = monies(words, hints);
    const one = all.find(({ named }) => named) ?? (PRICED.test(names(element, 1)) ? all[0] : undefined);
    if (!one || !(Number(one.amount) > 0) || !seen(element) || inFrame(element) || title?.contains(element)) return;
    found.push({ element, ...one, score: judge(element, words, marks, leaf) });
  };
  for (const [leaf] of withDigits(roots(page), MOST_TEXTS)) {
    if (found.length >= MOST_PRICES) break;
    await pause();
    const element = place(leaf);
    if (!element || known.has(element)) continue;
    known.add(element);
    look(element, spoken(element), leaf);
  }
  // Digits that are drawn are told to those who cannot see them.
  if (!found.length) for (const one of [...page.querySelectorAll("[aria-label]")].slice(0, MOST_PRICES)) {
    const words = one.getAttribute("aria-label") ?? "";
    if (words.length <= LONGEST && !one.closest("button,a")) look(one, words, one);
  }
  return ordered(found.filter(({ score }) => score > -3));
};

/** By score; of those that look alike the one written first is the one the shop means. */
const ordered = (found: readonly SeenPrice[]): readonly SeenPrice[] =>
  found
    .toSorted((a, b) => b.score - a.score)
    .reduce<SeenPrice[]>((all, one) => {
      const best = all[0];
      const ahead = best && best.score - one.score < ALIKE && one.element.compareDocumentPosition(best.element) & 4;
      return ahead && names(one.element, 0) === names(best.element, 0) ? [one, ...all] : [...all, one];
    }, []);

/** The largest element around digits that is a price and little else: no second amount, and nothing of another kind. */
const place = (leaf: Element): Element | undefined => {
  if (brief(leaf, LONGEST * 2) === undefined) return undefined;
  let at = leaf;
  for (let up = at.parentElement; up && up !== up.ownerDocument.body; up = up.parentElement) {
    const words = brief(up, LONGEST);
    if (words === undefined || up.querySelector(OWN) || monies(words).filter(({ named }) => named).length > 1) break;
    at = up;
  }
  return at;
};

/** What an element says, with the mark that raised or smaller decimals stand for. */
const spoken = (element: Element): string => {
  const small = [...element.querySelectorAll("sup,small,span,b,i")].find(
    (one) => /^\s*\d\d\s*$/.test(one.textContent ?? "") && one.previousSibling && /\d\s*$/.test(before(one, element)),
  );
  if (!small) return element.textContent ?? "";
  const all = element.textContent ?? "";
  const head = before(small, element);
  return `${head.trimEnd()}.${all.slice(head.length).trimStart()}`;
};

/** The text of `within` that comes before `element`. */
const before = (element: Element, within: Element): string => {
  const range = element.ownerDocument.createRange();
  range.setStart(within, 0);
  range.setEndBefore(element);
  return range.toString();
};

/** The smallest element that holds the title and a button to buy. */
const together = (title: Element | undefined, buttons: readonly Element[]): Element | undefined => {
  let at = title?.parentElement;
  while (at && !buttons.some((one) => at?.contains(one))) at = at.parentElement;
  return at && at !== at.ownerDocument.body ? at : undefined;
};
