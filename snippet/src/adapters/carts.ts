/** Many sources, one cart: what several adapters say of its lines, and carts seen as a whole, told once and in order. */

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

/** A cart that is empty from the start is told so much later, if it still is. */
const EMPTY_MS = 1_500;

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

/** A row of a page by the sku of the one line told before that it is, where it can be no other. */
const called = (row: Fields, told: readonly Fields[], rows: readonly Fields[]): Fields => {
  const [same, other] = told.filter((one) => alike(one, row));
  return same && !other && rows.filter((one) => alike(one, row)).length === 1 ? { ...row, sku: same["sku"] } : row;
};

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

/** What an ear hears of carts. */
export type Carts = Pick<Ear, "line" | "cart" | "watching">;

/** Single words of many sources, and carts seen as a whole. */
export const carts = ({ tell, later, now, currency }: Teller): Carts => {
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
      const read = seen["lines"] as readonly Fields[];
      const all = src === "page" ? read.map((line) => called(line, known ?? [], read)) : read;
      const words = JSON.stringify([all, seen["currency"]]);
      if (words === last) return;
      last = words;
      if (known && (src === watcher || src === "page")) for (const [op, line] of changes(known, all)) take(op, { ...line, currency: seen["currency"] }, src);
      known = all;
      tell("cart", { ...seen, lines: all, total: worth(all) ?? seen["total"] });
    },
    watching: (src, empty) => {
      watcher = src;
      if (!empty || known) return;
      known = [];
      // What was left earlier, and is no longer here, may be put back. By then the site's currency is known.
      later(EMPTY_MS, () => {
        if (currency() && !known?.length) tell("cart", { currency: currency(), lines: [], src });
      });
    },
  };
};
