/** Amounts of money and counts in the shopper's way of writing. */

import { describe, expect, test } from "vitest";
import { writer } from "../../../snippet/src/ui/writer";

/** Formatted text with every kind of space made plain. */
const plain = (text: string): string => text.replace(/\s/g, " ");

describe("writer", () => {
  test("the same amount is written as each country writes it", () => {
    expect(writer("en-GB", "EUR")("24.00")).toBe("€24.00");
    expect(plain(writer("de-DE", "EUR")("1234.50"))).toBe("1.234,50 €");
    expect(writer("ja-JP", "JPY")("1200")).toMatch(/1,200$/);
  });

  test.each([undefined, "", "twelve"])("an amount that is none (%s) is left out", (amount) => {
    expect(writer("en", "EUR")(amount)).toBe("");
  });

  test("nothing to pay is written as such", () => {
    expect(writer("en", "EUR")("0")).toBe("€0.00");
  });

  test("an unknown currency or locale costs the price, not the prompt", () => {
    expect(writer("en", "EURO")("24.00")).toBe("");
    expect(writer("not a locale", "EUR")("24.00")).toBe("");
  });

  test("without a currency it writes counts", () => {
    expect(writer("en")(2)).toBe("2");
  });
});
