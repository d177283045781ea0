/** Tests of making one story of what many sources tell. @vitest-environment node */

import { expect, test, vi } from "vitest";
import { reconcile } from "../../../snippet/src/adapters/reconcile";
import type { Fields } from "../../../snippet/src/wire";
import { fakeClock } from "../fake_clock";

const hearing = () => {
  const clock = fakeClock();
  const told: (readonly [string, Fields])[] = [];
  let turn = (): void => undefined;
  const ear = reconcile({
    tell: (name, fields) => told.push([name, fields]),
    later: clock.later,
    now: clock.now,
    currency: () => "EUR",
    safely: (work) => work,
    need: () => undefined,
    onTurn: (work) => {
      turn = work;
    },
  });
  return { clock, told, ear, turn: () => turn() };
};

test("words of a cart are heard in order, once what understands carts is there", async () => {
  const { ear, told } = hearing();

  ear.watching("shopify", true);
  ear.cart({ lines: [{ sku: "1", qty: 2, price: 5 }], currency: "EUR", src: "shopify" });
  ear.line({ op: "add", item: { sku: "1", qty: 2 }, src: "shopify" });
  await vi.waitFor(() => expect(told).toHaveLength(2));

  expect(told.map(([name]) => name)).toEqual(["add_to_cart", "cart"]);
});

test("an order is told once, whoever tells it", () => {
  const { ear, told } = hearing();

  ear.goal("purchase", { order: "A-1", value: "24" });
  ear.goal("purchase", { order: "A-1", value: "24.00" });
  ear.goal("purchase", { order: "A-2" });

  expect(told).toHaveLength(2);
});

test("a product is told once a view, and waits a while for its price", () => {
  const { clock, ear, told, turn } = hearing();

  ear.view({ sku: "MUG", name: "Mug", src: "datalayer" });
  clock.pass(500);
  expect(told).toEqual([]);
  ear.view({ sku: "x", name: "Mug!", price: "24", currency: "EUR", src: "jsonld" });
  ear.view({ sku: "y", price: "25", currency: "EUR", src: "page" });
  clock.pass(10_000);
  expect(told).toEqual([["view_item", { sku: "MUG", name: "Mug", price: "24", currency: "EUR", src: "datalayer" }]]);

  turn();
  ear.view({ sku: "PLATE", name: "Plate", src: "jsonld" });
  clock.pass(10_000);
  expect(told.at(-1)).toEqual(["view_item", { sku: "PLATE", name: "Plate", src: "jsonld" }]);
});
