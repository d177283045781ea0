/** How much speaks for an amount on a page being the price: how it is written, what it is called, where it stands. */

import { repeated } from "./landmarks";

/** What a product page is built around. */
export interface Marks {
  readonly title: Element | undefined;
  readonly buy: Element | undefined;
  /** The smallest element that holds both. */
  readonly near: Element | undefined;
}

export const PRICED = /price|preis|prix|preci|prezzo|cena|hinta|amount|pris\b|fiyat/i;
const NOW = /current|final|sale|special|now\b|offer|actual|buy|deal|main|promo|reduced|discounted/i;
const OLD = /old|was\b|list-?price|regular|strike|before|rrp|msrp|uvp|cross|previous|original|retail|compare|initial|statt|instead|past/i;
/** Words around a price that is something else: of a measure, a part, the way, a saving, a condition. */
const OTHER =
  /\/ ?(100 ?)?(kg|g|l|ml|m|m²|m2|st|stk|oz|lb|mo|month)\b|\bper\b|\bpro (kg|liter|stück|100)|month|monat|\bmois\b|\bmes(es|i)?\b|cuota|installment|instalment|raten?\b|\d ?x (de|of)?|klarna|afterpay|affirm|clearpay|paypal|shipping|delivery|versand|liefer|livraison|env[ií]o|spedizion|dostaw|doprav|доставк|postage|save|saving|spar|économ|ahorr|risparm|you earn|off\b|points|voucher|coupon|gutschein|\bsku\b|\bref\b|isbn|art\.|artikel|over\b|above\b|\bab \d+ ?€ |free\b|minimum|deposit/i;
const WAS = /\b(was|rrp|uvp|msrp|statt|list price|instead|previously|avant|antes|prima|zamiast|původn|earlier|vorher|before)\b/i;

/** Words for what is not all there is to pay. */
const NET = /税抜|税別|\b(netto|excl|exkl|hors taxe|h\.?t\.?$|ex\.? (vat|gst|tax|btw))/i;

/** How much speaks for `element`, which says `words`, being the price of the page's product. @param leaf - in it, what holds the digits. */
export const judge = (element: Element, words: string, { title, buy, near }: Marks, leaf: Element): number => {
  const style = getComputedStyle(leaf);
  const called = names(element, 2);
  const around = (element.parentElement?.textContent ?? "").trim();
  const context = around.length < 90 ? around : words;
  let score = Math.min(Number.parseFloat(style.fontSize) / 16 || 1, 3) - 1 + (Number(style.fontWeight) > 500 ? 0.3 : 0);
  if (PRICED.test(called)) score += 1;
  if (NOW.test(called)) score += 0.5;
  if (OLD.test(called) || WAS.test(context.split(words.trim())[0] ?? "") || struck(element)) score -= 2.5;
  if (NET.test(context)) score -= 1;
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

/** Class, id and the like of an element and of `up` ancestors. */
export const names = (element: Element, up: number): string => {
  let words = "";
  for (let at: Element | null = element; at && up-- >= 0; at = at.parentElement) {
    words += ` ${at.id} ${at.getAttribute("class") ?? ""} ${at.getAttribute("itemprop") ?? ""} ${at.getAttribute("data-testid") ?? ""}`;
  }
  return words;
};
