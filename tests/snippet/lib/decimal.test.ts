/** Tests of money as shops write it. @vitest-environment node */

import { expect, test } from "vitest";
import { amounts } from "../../../snippet/src/lib/amount";
import { decimal } from "../../../snippet/src/lib/decimal";

test.each([
  ["24.00", "24.00"],
  ["24,00 €", "24.00"],
  ["1.234,50 €", "1234.50"],
  ["$1,234.50", "1234.50"],
  ["CHF 1’234.50", "1234.50"],
  ["1 234,50 zł", "1234.50"],
  ["1\u202f234 Ft", "1234"],
  ["1.234 €", "1234"],
  ["€ 0,999", "0.999"],
  ["1,00,000.00", "100000.00"],
  ["12.345.678", "12345678"],
  ["٢٤٫٥٠ د.إ", "24.50"],
  ["007", "7"],
])("%s is %s", (written, read) => {
  expect(amounts(written)[0]).toBe(read);
});

test("every amount of a text is found, in order", () => {
  expect(amounts("now 19,99 € instead of 29,99 €")).toEqual(["19.99", "29.99"]);
  expect(amounts("nothing to pay")).toEqual([]);
});

test("numbers lose their binary tails and what is no amount is none", () => {
  expect(decimal(19.99)).toBe("19.99");
  expect(decimal(0.1 + 0.2)).toBe("0.3");
  expect(decimal("19.99")).toBe("19.99");
  expect(decimal("19.999999")).toBe("20");
  for (const none of [-1, Number.NaN, 1e13, "-3", "free", "", null, undefined, {}, true]) expect(decimal(none)).toBeUndefined();
});
