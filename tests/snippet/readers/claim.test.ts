/** Tests of what markup claims: prices, stock, and which of several products the page is about. @vitest-environment node */

import { expect, test } from "vitest";
import { type Claim, codeOf, mainOf, priceOf } from "../../../snippet/src/readers/claim";
import { clean } from "../../../snippet/src/readers/clean";
import { stocked } from "../../../snippet/src/readers/stock";

test.each([
  [24, "EUR", "24"],
  ["24.00", "EUR", "24"],
  ["1.299,00 €", "EUR", "1299"],
  ["24.9900", "USD", "24.99"],
  ["24.990", "CLP", "24990"],
  ["1.290.000", "VND", "1290000"],
  ["12.500", "KWD", "12.5"],
  ["0", "EUR", undefined],
  ["-5", "EUR", undefined],
  ["on request", "EUR", undefined],
  [undefined, "EUR", undefined],
])("%j %s costs %s", (value, code, price) => {
  expect(priceOf(value, code)).toBe(price);
});

test.each([
  ["https://schema.org/InStock", true],
  ["http://schema.org/LimitedAvailability", true],
  ["in stock", true],
  ["PreOrder", true],
  ["https://schema.org/OutOfStock", false],
  ["SoldOut", false],
  ["oos", false],
  ["out of stock", false],
  ["soon", undefined],
  [undefined, undefined],
])("%s is in stock: %s", (words, stock) => {
  expect(stocked(words)).toBe(stock);
});

test("codes come in any case, signs only where there is no doubt", () => {
  expect([codeOf("eur"), codeOf(" USD "), codeOf("€"), codeOf("$"), codeOf("euros")]).toEqual(["EUR", "USD", "EUR", undefined, undefined]);
});

test("entities written twice are read as they were meant", () => {
  expect(clean("11&quot; Tablet &amp; pen &#8211; new")).toBe('11" Tablet & pen – new');
});

const claim = (name: string, more: Partial<Claim> = {}): Claim => ({ name, sku: name, prices: ["1"], src: "jsonld", ...more });
const page = { addresses: ["https://shop.test/p/lamp?x=1"], title: "Camp lamp | Shop" };

test("of several products the one with this address counts, on whatever host it was saved", () => {
  const others = [claim("Oil"), claim("Other name", { url: "https://other.test/p/lamp#top" })];

  expect(mainOf(others, page).claim?.name).toBe("Other name");
});

test("else the one with this title, the longest first", () => {
  expect(mainOf([claim("Lamp"), claim("Camp lamp"), claim("Oil")], page).claim?.name).toBe("Camp lamp");
});

test("several that are none of them the page's own are a list", () => {
  expect(mainOf([claim("Oil 1"), claim("Wick 2")], page)).toEqual({ claim: undefined, many: true });
});
