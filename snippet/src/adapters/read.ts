/** Begins to read a page: one ear for all, the clean case at once, and for every other a reader fetched when it is needed. */

import type { Fields } from "../wire";
import type { Start, Teller } from "./ear";
import { reconcile } from "./reconcile";
import { ADAPTERS } from "./table";

const STARTS: Readonly<Record<string, () => Promise<{ readonly listen: Start }>>> = {
  basket: () => import("./basket"),
  ga4: () => import("./ga4"),
  markup: () => import("./markup"),
  plain: () => import("./plain"),
  segment: () => import("./segment"),
  shopify: () => import("./shopify"),
  woo: () => import("./woo"),
};
/** A platform that loads late, and a page that is still being built, is looked at for so many seconds. */
const LOOKS = 10;
const LOOK_MS = 1_000;

/** Where a product may be told in one clean word. */
const TELLING = 'script[type*="ld+json" i],meta[property$=":price:amount" i]';
/** After these a page with a product is about something else. */
const DONE = /^(purchase|view_cart|begin_checkout)$/;

/** What the core may ask of those who read. */
export interface Reading {
  /** `kind`, `topic` and `sure` of the page as it is now, in the wire's fields. */
  readonly kind: () => Fields;
  /** Starts the adapters the owner named, whatever the page looks like. */
  readonly name: (names: readonly unknown[]) => void;
  /** Names of the adapters at work, in the order they were needed. */
  readonly started: () => readonly string[];
  /** Settles when every adapter needed so far listens. */
  readonly listening: () => Promise<unknown>;
}

/**
 * @param core - where the story goes; the rest is fetched from beside this file.
 * @param ready - told that reading has begun, and again when all that was needed at once listens.
 */
export const begin = (core: Omit<Teller, "need">, ready?: (reading: Reading, done?: boolean) => void): Reading => {
  const started: string[] = [];
  const starting: Promise<unknown>[] = [];
  let told = new Set<string>();
  let priced = false;
  let turned = 0;
  let looks = 0;
  let unwait = (): void => undefined;
  let unseek: Promise<() => void> | undefined;
  let judge: typeof import("../readers/wanted") | undefined;
  /** What is fetched once is there for good; what cannot be fetched is missing, and no more than that. */
  const fetched = <T>(part: Promise<T>, work: (it: T) => unknown): void => void starting.push(part.then(core.safely(work)).catch(() => undefined));
  const need = (name: string): void => {
    const start = Object.hasOwn(STARTS, name) && !started.includes(name) && STARTS[name];
    if (!start) return;
    started.push(name);
    fetched(start(), (it) => it.listen(ear));
  };
  const ear = reconcile({
    ...core,
    need,
    tell: (name, fields) => {
      told.add(name);
      const product = name === "view_item" && fields["price"] !== undefined;
      priced ||= product;
      core.tell(name, fields);
      if (DONE.test(name)) ask();
      if (!product) return;
      unseek = import("./price_seen").then(({ seekPrice }) => seekPrice(core, fields));
      unseek.catch(() => undefined);
    },
  });
  /** The heavier readers, where the page has something for them. */
  const ask = (): void =>
    fetched(import("../readers/wanted"), (it) => {
      judge = it;
      const name = priced ? undefined : it.wanted(document);
      if (name) need(name);
    });
  const look = core.safely(() => {
    const page = window as unknown as Readonly<Record<string, unknown>>;
    for (const [name, present] of ADAPTERS) if (present(page, document)) need(name);
    if (!priced) read();
    if (++looks < LOOKS) unwait = core.later(LOOK_MS, look);
    // A product that markup tells of without a price is for the owner to know of.
    else if (!priced && started.includes("markup") && /product|other/.test(String(reading.kind()["kind"]))) core.tell("health", { reader: "markup", kind: "product", count: 0, missing: "price" });
  });
  const read = (): void => {
    // What another view left in the page cannot be told from what is new here: those who compare are asked.
    if (turned || /markup|plain/.test(started.join()) || !document.querySelector(TELLING)) return ask();
    fetched(Promise.all([import("../readers/quick"), import("./price_seen")]), async ([{ quickly }, { pricePlace }]) => {
      const item = quickly(document);
      // A price that is told and can be seen has two witnesses.
      const place = item && (await pricePlace(document, String(item["price"])));
      if (turned) return;
      if (!place) return ask();
      ear.before = item;
      ear.view(item);
    });
  };
  core.onTurn(() => {
    unseek?.then((stop) => stop(), () => undefined);
    unseek = undefined;
    told = new Set();
    priced = false;
    turned++;
    looks = 0;
    unwait();
    unwait = core.later(0, look);
  });
  look();
  const reading: Reading = {
    kind: () => (priced && ![...told].some((name) => DONE.test(name)) ? { kind: "product", sure: 1 } : (judge?.kindOf(document, priced, told) ?? { kind: "other", sure: 0.5 })),
    name: (names) => {
      names.forEach((name) => need(name as string));
    },
    started: () => started,
    listening: async () => {
      for (const one of starting) await one;
    },
  };
  ready?.(reading);
  reading.listening().then(() => ready?.(reading, true), () => undefined);
  return reading;
};
