/** Amounts of money as people of many countries write them: the number and, where it is said, the currency. Pure. */

import { digitsOf } from "./digits";
import { currencyOf, FIRST_SIGN, LAST_SIGN, type Hints } from "./signs";

export interface Money {
  /** A decimal string such as `1234.5`. */
  readonly amount: string;
  /** ISO 4217; undefined where neither the words nor the hints say. */
  readonly currency: string | undefined;
  /** The words themselves named the currency. */
  readonly named: boolean;
}

/**
 * Digits with what groups them or marks the decimals: a space only before a group of three, or after a mark that lost its
 * decimals ("119. 95").
 */
const NUMBER = /[.,]*\d+(?:(?:[.,'’`´٫٬]| (?=\d{3}(?!\d))|[.,] (?=\d\d(?!\d)))\d+)*/g;
/** A currency's sign in the place of the decimal mark ("12 € 50"). */
const SPLIT = /(^|[^\d.,])(\d+|\d{1,3}(?:[., ]\d{3})+) ?([€£$]) ?(\d\d)(?![\d.,]|\s?[€£$%])/g;

/** One way of writing for all: plain digits, one kind of space, no marks of direction. */
const even = (words: string): string =>
  words
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String((code & 15) - (code > 0x900 ? 6 : 0));
    })
    .replace(/[\u200b-\u200f\u061c\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .replace(/−/g, "-")
    .replace(SPLIT, (_, before: string, whole: string, sign: string, part: string) => `${before}${sign}${whole.replace(/\D/g, "")}.${part}`);

/**
 * One written number as a decimal string. Of two kinds of marks the last is the decimal one. One mark by itself before
 * exactly three digits groups them, unless the number begins with 0 or is too long before it, or `digits` are three.
 *
 * @param digits - decimals the currency has.
 */
const plain = (written: string, digits: number): string => {
  const inner = written.replace(/^[.,]+/, "");
  const fraction = inner !== written && !/\D/.test(inner);
  const number = (fraction ? `0.${inner}` : inner).replace(/٫/g, ".");
  const marks = number.match(/[.,]/g) ?? [];
  const last = marks.at(-1) ?? "";
  const at = number.lastIndexOf(last || "\0");
  const once = marks.filter((mark) => mark === last).length === 1;
  const grouped = /[^\d.,]/.test(number.slice(0, at)) || marks.length > 1;
  const three = !grouped && number.slice(at + 1).replace(/\D/g, "").length === 3 && at < 4 && !number.startsWith("0") && digits < 3;
  const whole = (part: string): string => part.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return !last || !once || three ? whole(number) : `${whole(number.slice(0, at))}.${number.slice(at + 1).replace(/\D/g, "")}`;
};

/** Whose prices are written with a dash for the decimals and no sign ("249,-"), by country. */
const DASHED: Readonly<Record<string, string>> = { AT: "EUR", BE: "EUR", CH: "CHF", CZ: "CZK", DE: "EUR", DK: "DKK", NL: "EUR", NO: "NOK", SE: "SEK" };

/** Every amount in `words`, in order. Shares and counts of something else ("50 %", "128GB") are none. */
export const monies = (words: string, hints: Hints = {}): readonly Money[] => {
  const text = even(words);
  const found: Money[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    const [written] = match;
    const end = match.index + written.length;
    const rest = text.slice(end);
    const first = LAST_SIGN.exec(text.slice(from, match.index))?.[2];
    const ahead = first && currencyOf(first, hints);
    const next = ahead ? null : FIRST_SIGN.exec(rest);
    const sign = ahead || (next?.[1] && currencyOf(next[1], hints)) || (/^[.,:][-–—]/.test(rest) && DASHED[hints.region ?? ""]);
    from = end + (sign && next ? next[0].length : 0);
    if (!sign && /^\s?[%‰]|^\p{L}/u.test(rest)) continue;
    const currency = sign || hints.currency;
    const minus = /^ ?-[^\d]{0,4}$/.test(text.slice(0, match.index)) ? "-" : "";
    found.push({ amount: minus + plain(written, digitsOf(currency)), currency, named: !!sign });
  }
  return found;
};

/**
 * The amount `words` are about: the first whose currency is named, else the first. "Free" is nothing to pay.
 * Of a range the lower end.
 */
export const money = (words: string, hints: Hints = {}): Money | undefined => {
  const all = monies(words, hints);
  const named = all.find((one) => one.named);
  if (named && all[0] !== named && all[0] && /^\D*\d[\d.,\s]*[-–—][\s\d]/.test(words)) return { ...named, amount: all[0].amount };
  if (all.length) return named ?? all[0];
  return /^\W*(free|gratis|gratuit|kostenlos|бесплатно|無料)/i.test(words) ? { amount: "0", currency: undefined, named: false } : undefined;
};
