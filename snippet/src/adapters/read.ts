/** Begins to read a page: one ear for all, and an adapter for each platform that is found, each fetched when it is needed. */

import { cluesOf } from "../readers/clues";
import { pageKind } from "../readers/kind";
import type { Fields } from "../wire";
import type { Start, Teller } from "./ear";
import { reconcile } from "./reconcile";
import { ADAPTERS } from "./table";

const STARTS: Readonly<Record<string, () => Promise<{ readonly default: Start }>>> = {
  ga4: () => import("./ga4"),
  markup: () => import("./markup"),
  plain: () => import("./plain"),
  segment: () => import("./segment"),
  shopify: () => import("./shopify"),
  woo: () => import("./woo"),
};
/** A platform that loads late is looked for so many seconds. */
const LOOKS = 10;
const LOOK_MS = 1_000;

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
  let unseek: Promise<() => void> | undefined;
  const need = (name: string): void => {
    const start = Object.hasOwn(STARTS, name) && !started.includes(name) && STARTS[name];
    if (!start) return;
    started.push(name);
    // One that cannot be fetched is missing, and no more than that.
    const running = start().then(
      core.safely(({ default: run }) => run(ear)),
      () => undefined,
    );
    starting.push(running);
  };
  const ear = reconcile({
    ...core,
    need,
    tell: (name, fields) => {
      told.add(name);
      const product = name === "view_item" && fields["price"] !== undefined;
      priced ||= product;
      core.tell(name, fields);
      if (!product) return;
      unseek = import("./price_seen").then(({ seekPrice }) => seekPrice(core, fields));
      unseek.catch(() => undefined);
    },
  });
  core.onTurn(() => {
    unseek?.then((stop) => stop(), () => undefined);
    unseek = undefined;
    told = new Set();
    priced = false;
  });
  let looks = 0;
  const look = core.safely(() => {
    const page = window as unknown as Readonly<Record<string, unknown>>;
    for (const [name, present] of ADAPTERS) if (present(page, document)) need(name);
    if (++looks < LOOKS) core.later(LOOK_MS, look);
  });
  look();
  const reading: Reading = {
    kind: () => pageKind(cluesOf(document, priced, false, told)),
    name: (names) => {
      for (const name of names) need(String(name));
    },
    started: () => started,
    listening: () => Promise.all(starting),
  };
  ready?.(reading);
  reading.listening().then(() => ready?.(reading, true), () => undefined);
  return reading;
};
