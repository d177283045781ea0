/** Tests of making one cart of what many sources tell. @vitest-environment node */

import { expect, test } from "vitest";
import { type Carts, carts } from "../../../snippet/src/adapters/carts";
import type { Delta } from "../../../snippet/src/adapters/ear";
import type { Fields } from "../../../snippet/src/wire";
import { fakeClock } from "../fake_clock";

const hearing = () => {
  const clock = fakeClock();
  const told: (readonly [string, Fields])[] = [];
  const ear = carts({
    tell: (name, fields) => told.push([name, fields]),
    later: clock.later,
    now: clock.now,
    currency: () => "EUR",
    safely: (work) => work,
    need: () => undefined,
    onTurn: () => undefined,
  });
  const lines = () => told.filter(([name]) => name.endsWith("_cart")).map(([name, { sku, qty }]) => [name, sku, qty]);
  return { clock, told, ear, lines, carts: () => told.filter(([name]) => name === "cart").map(([, fields]) => fields) };
};
const add = (ear: Carts, src: string, more: Partial<Delta> & { sku?: string; name?: string; qty?: unknown } = {}): void => {
  const { sku = "MUG", name = "Mug", qty = 1, op = "add" } = more;
  ear.line({ op, item: { sku, name, quantity: qty, price: "24,00" }, src });
};

test("one add told by two sources is one", () => {
  const { clock, ear, told, lines } = hearing();

  add(ear, "datalayer", { qty: "2" });
  clock.pass(400);
  add(ear, "segment", { sku: "gid-7", qty: 2 });

  expect(lines()).toEqual([["add_to_cart", "MUG", 2]]);
  expect(told[0]?.[1]).toMatchObject({ price: "24.00", currency: "EUR", src: "datalayer" });
});

test("three taps told by two sources are three", () => {
  const { clock, ear, lines } = hearing();

  for (let tap = 0; tap < 3; tap++) {
    add(ear, "datalayer");
    clock.pass(150);
    add(ear, "segment");
    clock.pass(500);
  }

  expect(lines()).toHaveLength(3);
});

test("one tap told twice in a breath by one source is one, the same again later is another", () => {
  const { clock, ear, lines } = hearing();

  add(ear, "datalayer");
  add(ear, "datalayer");
  clock.pass(500);
  add(ear, "datalayer");

  expect(lines()).toHaveLength(2);
});

test("an add and a removal of the same thing are two things", () => {
  const { ear, lines } = hearing();

  add(ear, "datalayer");
  add(ear, "segment", { op: "remove" });

  expect(lines()).toEqual([
    ["add_to_cart", "MUG", 1],
    ["remove_from_cart", "MUG", 1],
  ]);
});

test("where the cart itself is read, an add the shop refused never happened", () => {
  const { clock, ear, lines } = hearing();
  ear.watching("woo", true);

  add(ear, "datalayer");
  clock.pass(400);
  ear.cart({ lines: [], currency: "EUR", src: "woo" });
  clock.pass(10_000);

  expect(lines()).toEqual([]);
});

test("what changed in the cart is told, whatever others called it", () => {
  const { clock, ear, lines, carts } = hearing();
  ear.watching("woo", true);

  add(ear, "datalayer", { sku: "mug-eu", qty: 1 });
  ear.cart({ lines: [{ sku: "11", name: "Mug", qty: 3, price: 12 }], currency: "EUR", src: "woo" });
  ear.cart({ lines: [{ sku: "11", name: "Mug", qty: 1, price: 12 }], currency: "EUR", src: "woo" });
  clock.pass(10_000);

  expect(lines()).toEqual([
    ["add_to_cart", "11", 3],
    ["remove_from_cart", "11", 2],
  ]);
  expect(carts().map(({ total }) => total)).toEqual(["36", "12"]);
});

test("a hint stands when the cart was not to be seen", () => {
  const { clock, ear, lines } = hearing();
  ear.watching("shopify", false);

  add(ear, "datalayer");
  clock.pass(10_000);

  expect(lines()).toEqual([["add_to_cart", "MUG", 1]]);
});

test("a cart that was there before is no add", () => {
  const { ear, lines, carts } = hearing();
  ear.watching("shopify", false);

  ear.cart({ lines: [{ sku: "11", qty: 3, price: 12 }], currency: "EUR", src: "shopify" });

  expect(lines()).toEqual([]);
  expect(carts()).toHaveLength(1);
});

test("the same cart is told once, and its worth is worked out from its lines", () => {
  const { ear, carts } = hearing();
  const cart = { lines: [{ sku: "1", quantity: "2", price: "1.234,50" }, { sku: "2", quantity: 1, price: 0.1 }], total: 99, src: "page" };

  ear.cart(cart);
  ear.cart(cart);

  expect(carts()).toHaveLength(1);
  expect(carts()[0]).toMatchObject({ total: "2469.1", currency: "EUR" });
});

test("others' carts are not believed where one source reads the cart itself", () => {
  const { ear, carts } = hearing();
  ear.watching("shopify", false);

  ear.cart({ lines: [{ sku: "1", qty: 1 }], src: "datalayer" });

  expect(carts()).toEqual([]);
});

test("the rows of a page are the lines that were told before, whatever the page calls them", () => {
  const { ear, lines, carts: seen } = hearing();
  ear.cart({ lines: [{ sku: "MUG", name: "Mug", quantity: 1, price: "24.00" }], currency: "EUR", src: "datalayer" });

  ear.cart({ lines: [{ sku: "/p/mug", name: "Mug", qty: 1, price: 24, url: "/p/mug" }], currency: "EUR", src: "page" });
  ear.cart({ lines: [{ sku: "/p/mug", name: "Mug", qty: 3, price: 24, url: "/p/mug" }], currency: "EUR", src: "page" });

  expect(lines()).toEqual([["add_to_cart", "MUG", 2]]);
  expect(seen().map(({ lines }) => (lines as readonly Fields[]).map(({ sku, qty }) => [sku, qty]))).toEqual([[["MUG", 1]], [["MUG", 1]], [["MUG", 3]]]);
});

test("two kinds of one name stay two", () => {
  const { ear, carts: seen } = hearing();
  ear.cart({ lines: ["RED", "BLUE"].map((sku) => ({ sku, name: "Mug", quantity: 1, price: "24.00" })), currency: "EUR", src: "datalayer" });

  ear.cart({ lines: ["/red", "/blue"].map((sku) => ({ sku, name: "Mug", qty: 1, price: 24 })), currency: "EUR", src: "page" });

  expect(seen().at(-1)).toMatchObject({ lines: [{ sku: "/red" }, { sku: "/blue" }] });
});
