/** What the server has understood of this visit so far, folded from its log lines. Pure. */

import { record } from "../lib/record";
import { told } from "./story";

/** A line of the server's log, as `dbg` frames bring it. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Rows of the panel by name, and the latest lines worth telling, newest first, each with its time. */
export interface Facts {
  readonly rows: Readonly<Record<"page" | "product" | "cart" | "readers", string>>;
  readonly lines: readonly (readonly [at: number, words: string])[];
}

const MOST_LINES = 12;

export const NOTHING: Facts = {
  rows: { page: "not told yet", product: "none read", cart: "none read", readers: "none yet" },
  lines: [],
};

const words = (...parts: readonly unknown[]): string =>
  parts.filter((part) => part !== undefined && part !== "").map(String).join(" ");

const money = (amount: unknown, currency: unknown): string => (amount === undefined ? "" : words(amount, currency));

const by = (src: unknown): string => (src === undefined ? "" : `(${String(src)})`);

/** Names of readers with what they read, in the order they first spoke: `jsonld 2, dataLayer 1`. */
const counted = (before: string, src: unknown): string => {
  const counts = new Map<string, number>();
  for (const [, name, count] of before.matchAll(/(\S+) (\d+)(?:, |$)/g)) counts.set(String(name), Number(count));
  counts.set(String(src), (counts.get(String(src)) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
};

const cartOf = ({ lines, total, currency, src }: LogLine): string => {
  const many = Array.isArray(lines) ? lines.length : 0;
  return words(many ? `${many} line${many === 1 ? "" : "s"}` : "empty", money(total, currency), by(src));
};

const changeOf = (sign: string, { qty, sku, name, src }: LogLine): string => words(`${sign}${String(qty)}`, name ?? sku, by(src));

/** The rows after one event; a new page view forgets the product of the one before. */
const rowsAfter = (rows: Facts["rows"], n: unknown, d: LogLine): Facts["rows"] => {
  const src = n === "health" ? d["reader"] : d["src"];
  const readers = src === undefined ? rows.readers : counted(rows.readers, src);
  const now = { ...rows, readers };
  if (n === "page_view") {
    const sure = typeof d["sure"] === "number" ? `${Math.round(d["sure"] * 100)} % sure` : undefined;
    return { ...now, page: words(d["kind"], d["topic"], sure, d["path"]), product: NOTHING.rows.product };
  }
  if (n === "view_item") {
    const stock = d["in_stock"] === false ? "sold out" : undefined;
    return { ...now, product: words(d["name"], money(d["price"] ?? "no price", d["currency"]), d["sku"], stock, by(d["src"])) };
  }
  if (n === "cart") return { ...now, cart: cartOf(d) };
  if (n === "add_to_cart") return { ...now, cart: changeOf("+", d) };
  if (n === "remove_from_cart") return { ...now, cart: changeOf("−", d) };
  return now;
};

/** @returns the facts once `line` has come. */
export const factsAfter = ({ rows, lines }: Facts, line: LogLine): Facts => {
  const said = told(line);
  return {
    rows: line["kind"] === "event" ? rowsAfter(rows, line["n"], record(line["d"]) ?? {}) : rows,
    lines: said ? [[Number(line["at"]), said] as const, ...lines].slice(0, MOST_LINES) : lines,
  };
};
