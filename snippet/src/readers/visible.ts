/** The price that stands beside a product's title and its buy button, for shops that tell it in no other way. */

import { brief, withDigits } from "./brief";
import { inFrame, repeated, seen } from "./landmarks";
import { monies } from "./money";
import type { Hints } from "./signs";

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
const PRICED = /price|preis|prix|preci|prezzo|cena|hinta|amount|pris\b|fiyat/i;
const NOW = /current|final|sale|special|now\b|offer|actual|buy|deal|main|promo|reduced|discounted/i;
const OLD = /old|was\b|list-?price|regular|strike|before|rrp|msrp|uvp|cross|previous|original|retail|compare|initial|statt|instead|past/i;
/** Words around a price that is something else: of a measure, a part, the way, a saving, a condition. */
const OTHER =
  /\/ ?(100 ?)?(kg|g|l|ml|m|m²|m2|st|stk|oz|lb|mo|month)\b|\bper\b|\bpro (kg|liter|stück|100)|month|monat|\bmois\b|\bmes(es|i)?\b|cuota|installment|instalment|raten?\b|\d ?x (de|of)?|klarna|afterpay|affirm|clearpay|paypal|shipping|delivery|versand|liefer|livraison|env[ií]o|spedizion|dostaw|doprav|доставк|postage|save|saving|spar|économ|ahorr|risparm|you earn|off\b|points|voucher|coupon|gutschein|\bsku\b|\bref\b|isbn|art\.|artikel|over\b|above\b|\bab \d+ ?€ |free\b|minimum|deposit/i;
const WAS = /\b(was|rrp|uvp|msrp|statt|list price|instead|previously|avant|antes|prima|zamiast|původn|earlier|vorher|before)\b/i;

/** How long one stretch of work may take before the page gets its turn, in milliseconds. */
const SLICE_MS = 8;

/** A way to wait whenever a slice of time is used up. */
const slices = (): (() => Promise<void> | undefined) => {
  let since = performance.now();
  return () =>
    performance.now() - since < SLICE_MS
      ? undefined
      : new Promise((done) => {
          setTimeout(() => {
            since = performance.now();
            done();
          });
        });
};

/** Every price that can be seen, the likeliest first. @param hints - the page's own currency and country. */
export const seenPrices = async (page: Document, hints: Hints, title: Element | undefined, buy: readonly Element[]): Promise<readonly SeenPrice[]> => {
  const near = together(title, buy);
  const pause = slices();
  const found: SeenPrice[] = [];
  const known = new Set<Element>();
  for (const [leaf] of withDigits(page.body, MOST_TEXTS)) {
    if (found.length >= MOST_PRICES) break;
    await pause();
    const element = place(leaf);
    if (!element || known.has(element)) continue;
    known.add(element);
    const words = spoken(element);
    const all = monies(words, hints);
    const one = all.find(({ named }) => named) ?? (PRICED.test(names(element, 1)) ? all[0] : undefined);
    if (!one || !(Number(one.amount) > 0) || !seen(element) || inFrame(element) || title?.contains(element)) continue;
    found.push({ element, ...one, score: judge(element, words, title, buy[0], near) });
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

/** Class, id and the like of an element and of `up` ancestors. */
const names = (element: Element, up: number): string => {
  let words = "";
  for (let at: Element | null = element; at && up-- >= 0; at = at.parentElement) {
    words += ` ${at.id} ${at.getAttribute("class") ?? ""} ${at.getAttribute("itemprop") ?? ""} ${at.getAttribute("data-testid") ?? ""}`;
  }
  return words;
};

/** The smallest element that holds the title and a button to buy. */
const together = (title: Element | undefined, buttons: readonly Element[]): Element | undefined => {
  let at = title?.parentElement;
  while (at && !buttons.some((one) => at?.contains(one))) at = at.parentElement;
  return at && at !== at.ownerDocument.body ? at : undefined;
};

const judge = (element: Element, words: string, title: Element | undefined, buy: Element | undefined, near: Element | undefined): number => {
  const style = getComputedStyle(element);
  const called = names(element, 2);
  const around = (element.parentElement?.textContent ?? "").trim();
  const context = around.length < 90 ? around : words;
  let score = Math.min(Number.parseFloat(style.fontSize) / 16 || 1, 3) - 1 + (Number(style.fontWeight) > 500 ? 0.3 : 0);
  if (PRICED.test(called)) score += 1;
  if (NOW.test(called)) score += 0.5;
  if (OLD.test(called) || WAS.test(context.split(words.trim())[0] ?? "") || struck(element)) score -= 2.5;
  if (OTHER.test(context)) score -= 1.5;
  if (OTHER.test(words) || /^\s*[-–+(]/.test(words)) score -= 2;
  if (/^[^\d]*\d[\d.,' ]*[^\d]{0,8}$/.test(words.trim())) score += 0.5;
  if (elsewhere(element)) score -= 2;
  if (repeated(element, title)) score -= 9;
  if (near?.contains(element)) score += 1.5;
  return score + closeness(element, title) * 1.5 + closeness(element, buy) * 1.5;
};

/** Struck through, here, further up, or around all that is written. */
const struck = (element: Element): boolean => {
  if (element.closest("s,del,strike") || element.querySelector("s,del,strike")) return true;
  for (let at: Element | null = element, up = 0; at && up < 4; at = at.parentElement, up++) {
    if (/through/.test(getComputedStyle(at).textDecorationLine)) return true;
  }
  return [...element.children].some((one) => /through/.test(getComputedStyle(one).textDecorationLine));
};

/** Inside of a link to another page: a product of a list. */
const elsewhere = (element: Element): boolean => {
  const link = element.closest("a[href]");
  return link instanceof HTMLAnchorElement && link.href.startsWith("http") && link.pathname !== location.pathname;
};

/** 1 beside, falling to 0 far away; above the mark counts less. */
const closeness = (element: Element, mark: Element | undefined): number => {
  if (!mark) return 0;
  const a = element.getBoundingClientRect();
  const b = mark.getBoundingClientRect();
  const down = Math.abs(a.top - b.top);
  return Math.exp(-down / 500);
};
