/** The shop's data layer: what is in it already and what comes later, each entry once. */

import { record } from "../lib/record";
import type { Safely } from "../guard";

type Body = Readonly<Record<string, unknown>>;

export interface DataLayer {
  /** Finds a layer that appeared or was replaced, and entries that came past us; to be called about once a second. */
  readonly sweep: () => void;
  readonly stop: () => void;
}

/**
 * Listens by wrapping `push`: the shop's own runs first and its answer is returned. Entries are known by identity,
 * because tag managers shorten the array.
 *
 * @param heard - an event's name and its own body, as pushed.
 */
export const readDataLayer = (
  page: { readonly dataLayer?: unknown },
  heard: (name: string, body: Body) => void,
  safely: Safely,
): DataLayer => {
  const known = new WeakSet<object>();
  const take = safely((entry: unknown) => {
    if (typeof entry !== "object" || !entry || known.has(entry)) return;
    known.add(entry);
    const [name, body] = understand(entry as Body);
    if (typeof name === "string") heard(name, record(body) ?? {});
  });
  let unwrap = (): void => undefined;
  let ours: unknown;
  const sweep = safely(() => {
    const layer = page.dataLayer;
    if (!Array.isArray(layer)) return;
    for (const entry of layer as unknown[]) take(entry);
    if (layer.push === ours) return;
    unwrap();
    const shops = layer.push as (...entries: unknown[]) => number;
    const push = function (this: unknown, ...entries: unknown[]): number {
      const answer = shops.apply(this, entries);
      for (const entry of entries) take(entry);
      return answer;
    };
    ours = layer.push = push;
    unwrap = () => {
      if (layer.push === push) layer.push = shops;
    };
  });
  sweep();
  return { sweep, stop: () => unwrap() };
};

/** `{event, ecommerce}`, `{event, items, …}`, or the arguments of `gtag("event", name, body)`. */
const understand = (entry: Body): readonly [unknown, unknown] => {
  const { 0: word, 1: name, 2: body, event, ecommerce } = entry;
  return word === "event" ? [name, body] : [event, ecommerce === undefined ? entry : ecommerce];
};
