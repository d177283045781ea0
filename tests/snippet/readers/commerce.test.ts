/** Tests of GA4 events becoming ours. @vitest-environment node */

import fc from "fast-check";
import { expect, test } from "vitest";
import { cart, fromGa4 } from "../../../snippet/src/readers/commerce";

const ITEM = { item_id: "MUG-1", item_name: "Trail mug", price: "24.00", quantity: 2 };

test("every item added is an event of its own, numbers and strings alike", () => {
  expect(fromGa4("add_to_cart", { currency: "eur", items: [ITEM, { item_name: "Cap", price: 9.9 }] }, undefined)).toEqual([
    ["add_to_cart", { sku: "MUG-1", qty: 2, name: "Trail mug", price: "24.00", currency: "EUR", src: "datalayer" }],
    ["add_to_cart", { sku: "Cap", qty: 1, name: "Cap", price: "9.9", currency: "EUR", src: "datalayer" }],
  ]);
});

test("an item without any name or number is nothing", () => {
  expect(fromGa4("add_to_cart", { items: [{}, null, 7] }, "EUR")).toEqual([]);
});

test("a cart seen is the whole cart; an empty one is empty", () => {
  const told = fromGa4("view_cart", { currency: "EUR", value: 48, items: [ITEM] }, undefined);
  const line = { sku: "MUG-1", name: "Trail mug", qty: 2, price: "24.00" };

  expect(told).toEqual([["cart", { currency: "EUR", total: "48", lines: [line], src: "datalayer" }]]);
  expect(fromGa4("view_cart", { items: [] }, "EUR")).toEqual([["cart", { currency: "EUR", lines: [], src: "datalayer" }]]);
});

test("a cart in no known currency is only told to have been looked at", () => {
  expect(fromGa4("view_cart", { items: [ITEM] }, undefined)).toEqual([["view_cart", {}]]);
});

test("an order needs its number, or it could be counted twice", () => {
  expect(fromGa4("purchase", { transaction_id: "T1", value: "48.00", currency: "EUR" }, undefined)).toEqual([
    ["purchase", { order: "T1", value: "48.00", currency: "EUR" }],
  ]);
  expect(fromGa4("purchase", { value: 48 }, "EUR")).toEqual([]);
});

test("steps to the till carry what they cost", () => {
  const body = { currency: "EUR", value: 48, shipping_tier: "Express", shipping: 4.9 };
  expect(fromGa4("add_shipping_info", body, undefined)).toEqual([
    ["add_shipping_info", { value: "48", currency: "EUR", tier: "Express", cost: "4.9" }],
  ]);
});

test("a search is told without its words, a name of the shop's own not at all", () => {
  expect(fromGa4("search", { search_term: "ann@example.org" }, undefined)).toEqual([["search", {}]]);
  expect(fromGa4("gtm.js", {}, undefined)).toEqual([]);
});

test("a cart holds at most fifty lines and only whole, sane quantities", () => {
  const many = Array.from({ length: 80 }, (_, i) => ({ sku: `S${i}`, name: "x", qty: i === 0 ? -4 : 2.4 }));
  const lines = cart({ currency: "EUR" }, many, undefined, "call", undefined)?.["lines"] as { qty: number }[];
  expect([lines.length, lines[0]?.qty, lines[1]?.qty]).toEqual([50, 1, 2]);
});

test("nothing a shop pushes can make it throw", () => {
  const names = fc.constantFrom("add_to_cart", "view_cart", "purchase", "view_item", "view_item_list", "select_item", "add_payment_info");
  const body = fc.dictionary(fc.constantFrom("items", "currency", "value", "transaction_id"), fc.anything());
  fc.assert(fc.property(names, body, (name, from) => void JSON.stringify(fromGa4(name, { ...from }, undefined))));
});
