/** Many sources, one story: what several adapters say about one page, told once and in order. */

import { record } from "../lib/record";
import type { Fields } from "../wire";
import type { Carts } from "./carts";
import type { Ear, Teller } from "./ear";

/** How long a product without a price waits for a source that has one. */
const PRICE_MS = 1_500;

/** @returns the ear that all adapters of a page speak to. */
export const reconcile = (teller: Teller): Ear => {
  const { tell, later, safely } = teller;
  let item: Fields | undefined;
  let unwait: (() => void) | undefined;
  let told = false;
  const orders = new Set<unknown>();
  let fetched: Promise<Carts> | undefined;
  const hear = (work: (it: Carts) => void): void => {
    fetched ??= import("./carts").then(({ carts }) => carts(teller));
    fetched.then(safely(work), () => undefined);
  };
  const say = (): void => {
    unwait?.();
    told = true;
    if (item) tell("view_item", item);
  };
  teller.onTurn(() => {
    unwait?.();
    item = undefined;
    told = false;
  });
  return {
    ...teller,
    // Most pages never tell of a cart: what understands carts is fetched with the first word of one, and hears them in order.
    // A shop may use its objects again: what they say now is what counts.
    line: (delta) => {
      const said = { ...delta, item: { ...record(delta.item) } };
      hear((it) => it.line(said));
    },
    cart: (snapshot) => {
      const said = { ...snapshot, lines: snapshot.lines.map((line) => ({ ...record(line) })) };
      hear((it) => it.cart(said));
    },
    watching: (src, empty) => hear((it) => it.watching(src, empty)),
    claims: [],
    before: undefined,
    view: (said) => {
      if (told) return;
      // The first source names the product; one that comes later may add what is missing.
      item = { ...said, ...Object.fromEntries(Object.entries(item ?? {}).filter(([, value]) => value !== undefined)) };
      unwait?.();
      if (item["price"] !== undefined) say();
      else unwait = later(PRICE_MS, say);
    },
    goal: (name, fields) => {
      const { order } = fields;
      if (order !== undefined && orders.has(order)) return;
      orders.add(order);
      tell(name, fields);
    },
  };
};
