/** Many sources, one story: what several adapters say about one cart and one product, told once and in order. */

import { cart as shaped, cartLine } from "../readers/commerce";
import { decimal } from "../lib/decimal";
import type { Fields } from "../wire";
import type { Delta, Ear, Teller } from "./ear";

/** The same line told by two sources comes within so long of each other; our own choice, above a slow cart request. */
const TWIN_MS = 3_000;
/** Twice within so short a time from one source is one tap told twice. */
const ECHO_MS = 60;
/** How long a hint waits for the cart itself. */
const HINT_MS = 2_500;
/** How long a product without a price waits for a source that has one. */
const PRICE_MS = 1_500;

interface Heard {
  readonly at: number;
  readonly op: Delta["op"];
  readonly line: Fields;
  /** Who told it. */
  readonly by: Set<string>;
}

/** What the lines come to, when each has a price. */
const worth = (lines: readonly Fields[]): string | undefined =>
  lines.every(({ price }) => price !== undefined) ? decimal(lines.reduce((sum, { qty, price }) => sum + Number(qty) * Number(price), 0)) : undefined;

/** Two lines are one thing when an id or a name is the same. */
const alike = (a: Fields, b: Fields): boolean => a["sku"] === b["sku"] || (!!a["name"] && a["name"] === b["name"]);

/** What changed between two carts, as lines put in and taken out. */
const changes = (from: readonly Fields[], to: readonly Fields[]): readonly (readonly [Delta["op"], Fields])[] => {
  const count = (lines: readonly Fields[], sku: unknown): number => lines.reduce((sum, line) => sum + (line["sku"] === sku ? Number(line["qty"]) : 0), 0);
  const lines = [...to, ...from];
  return [...new Set(lines.map(({ sku }) => sku))].flatMap((sku) => {
    const more = count(to, sku) - count(from, sku);
    const line = lines.find((one) => one["sku"] === sku);
    return more && line ? [[more > 0 ? "add" : "remove", { ...line, qty: Math.abs(more) }] as const] : [];
  });
};

/** The lines of the cart: single words of many sources, and carts seen as a whole. */
const carts = ({ tell, later, now, currency }: Teller): Pick<Ear, "line" | "cart" | "watching"> => {
  let heard: readonly Heard[] = [];
  let known: readonly Fields[] | undefined;
  let last = "";
  let seenAt = -Infinity;
  let watcher: string | undefined;

  const take = (op: Delta["op"], line: Fields, src: string, at = now()): void => {
    heard = heard.filter((one) => at - one.at < TWIN_MS);
    // Each word of one source answers for one of another: three taps are three.
    const same = heard.find(
      (one) => one.op === op && one.line["qty"] === line["qty"] && alike(one.line, line) && (!one.by.has(src) || at - one.at < ECHO_MS),
    );
    if (same) same.by.add(src);
    else {
      heard = [...heard, { at, op, line, by: new Set([src]) }];
      const { sku, qty, name, price, currency: code } = line;
      tell(op === "add" ? "add_to_cart" : "remove_from_cart", { sku, qty, name, price, currency: code, src });
    }
  };
  return {
    line: ({ op, item, currency: code, src }) => {
      const line = cartLine(item);
      if (!line?.["qty"]) return;
      const said = { ...line, currency: code ?? currency() };
      if (!watcher || src === watcher) return take(op, said, src);
      const at = now();
      // Where the cart itself is read, a single word is only a hint: it counts when the cart was not to be seen.
      later(HINT_MS, () => seenAt < at - HINT_MS / 2 && take(op, said, src, at));
    },
    cart: ({ lines, currency: code, total, src }) => {
      if (watcher && src !== watcher) return;
      const seen = shaped({ currency: code }, lines, total, src, currency());
      if (!seen) return;
      seenAt = now();
      const all = seen["lines"] as readonly Fields[];
      const words = JSON.stringify([all, seen["currency"]]);
      if (words === last) return;
      last = words;
      if (known && (src === watcher || src === "page")) for (const [op, line] of changes(known, all)) take(op, { ...line, currency: seen["currency"] }, src);
      known = all;
      tell("cart", { ...seen, total: worth(all) ?? seen["total"] });
    },
    watching: (src, empty) => {
      watcher = src;
      if (empty) known ??= [];
    },
  };
};

/** @returns the ear that all adapters of a page speak to. */
export const reconcile = (teller: Teller): Ear => {
  const { tell, later } = teller;
  let item: Fields | undefined;
  let unwait: (() => void) | undefined;
  let told = false;
  const orders = new Set<unknown>();
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
    ...carts(teller),
    claims: [],
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
