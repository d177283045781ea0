/** Reading amounts of money as people of many countries write them. */

/** Digits, with anything that groups them or marks the decimals in between. */
const NUMBER = /\d(?:[\d.,'’٫٬\u00a0\u202f ]*\d)?/g;

/** `٣` and `۳` are digits too. */
const plainDigits = (words: string): string =>
  words.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

/** One written number as a decimal string such as `1234.5`. */
const plain = (written: string): string => {
  const number = written.replace(/٫/g, ".").replace(/[^\d.,]/g, "");
  const mark = Math.max(number.lastIndexOf("."), number.lastIndexOf(","));
  const sign = number[mark] ?? "";
  const others = number.replaceAll(sign, "").match(/[.,]/) !== null;
  const after = number.length - mark - 1;
  const groups = mark > 0 && !others && (number.split(sign).length > 2 || (after === 3 && !number.startsWith("0")));
  if (mark < 0 || groups) return number.replace(/\D/g, "");
  return `${number.slice(0, mark).replace(/\D/g, "")}.${number.slice(mark + 1)}`;
};

/**
 * Every amount written in `words`, as decimal strings, in order. The last of two different marks is the decimal one;
 * a single mark before exactly three digits groups thousands, unless the number begins with 0.
 */
export const amounts = (words: string): readonly string[] =>
  (plainDigits(words).match(NUMBER) ?? []).map(plain).map((number) => number.replace(/^0+(?=\d)/, ""));
