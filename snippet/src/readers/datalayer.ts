/** The shop's data layer: what is in it already and what comes later, each entry once. */

import { list } from "../lib/list";
import { record } from "../lib/record";
import type { Safely } from "../guard";

/** An event's name and its own body, as pushed. */
export type Heard = (name: string, body: Readonly<Record<string, unknown>>) => void;

interface Layered {
  dataLayer?: unknown;
}

/**
 * Listens by wrapping `push`: the shop's own runs first and its answer is returned. A layer that appears later, or is
 * replaced, is found by the next `sweep`. Entries are known by identity, because tag managers shorten the array.
 *
 * @returns `sweep`, to be called about once a second, and `stop`.
 */
export const readDataLayer = (page: object, heard: Heard, safely: Safely): { sweep: () => void; stop: () => void } => {
  const known = new WeakSet<object>();
  let layer: unknown[] | undefined;
  let push: typeof layer extends undefined ? never : unknown[]["push"] | undefined;
  let original: unknown[]["push"] | undefined;
  let length = 0;

  const take = safely((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || known.has(entry)) return;
    known.add(entry);
    const told = understand(entry);
    if (told) heard(...told);
  });
  const stop = (): void => {
    if (layer && original && layer.push === push) layer.push = original;
    layer = undefined;
  };
  const wrap = (found: unknown[]): void => {
    stop();
    layer = found;
    original = found.push;
    const shops = found.push;
    push = function (this: unknown[], ...entries) {
      const answer = shops.apply(this, entries);
      entries.forEach(take);
      return answer;
    };
    found.push = push;
  };
  const sweep = safely(() => {
    const found = (page as Layered).dataLayer;
    if (!Array.isArray(found)) return;
    if (found !== layer || (found.push !== push && found.push !== original)) wrap(found);
    if (found.length !== length) found.forEach(take);
    length = found.length;
  });
  sweep();
  return { sweep, stop };
};

/** `{event, ecommerce}`, `{event, items, …}`, or the arguments of `gtag("event", name, body)`. */
const understand = (entry: object): Parameters<Heard> | undefined => {
  if ("length" in entry) {
    const [word, name, body] = Array.from(entry as ArrayLike<unknown>);
    return word === "event" && typeof name === "string" ? [name, record(body) ?? {}] : undefined;
  }
  const { event, ecommerce } = entry as Readonly<Record<string, unknown>>;
  if (typeof event !== "string") return undefined;
  const body = record(ecommerce) ?? (list(ecommerce).length ? {} : (entry as Readonly<Record<string, unknown>>));
  return [event, body];
};
