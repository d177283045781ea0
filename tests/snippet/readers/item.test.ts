/** Tests of making one item of several claims. @vitest-environment node */

import { expect, test } from "vitest";
import { merged, toldOf } from "../../../snippet/src/readers/item";

const HERE = { addresses: ["https://shop.test/p/mug-1234567?email=ann@example.org#x"], title: "Trail mug | Shop" };

test("of each field the surest source's word counts, and gaps are filled by the others", () => {
  const claims = [
    { name: "Trail mug", prices: [], src: "jsonld" },
    { name: "TRAIL MUG!", brand: "Rast", prices: ["24"], currency: "EUR", src: "opengraph" },
  ];

  expect(merged(claims, HERE)).toMatchObject({ name: "Trail mug", brand: "Rast", currency: "EUR", src: "jsonld" });
  expect(toldOf(claims)?.src).toBe("opengraph");
});

test("the page's own address is told without its query, which may say who is reading", () => {
  expect(merged([], HERE)["url"]).toBe("https://shop.test/p/mug-1234567");
});

test("what has no number of its own is known by the one in its address, else by the address", () => {
  expect(merged([], HERE)["sku"]).toBe("1234567");
  expect(merged([], { ...HERE, addresses: ["https://shop.test/p/mug"] })["sku"]).toBe("/p/mug");
});

test("what has no name is called what the page is called", () => {
  expect(merged([{ prices: ["24"], sku: "A", src: "opengraph" }], HERE)).toMatchObject({ sku: "A", name: "Trail mug" });
});
