/** What runs in each example shop: every adapter the page needs, as the snippet starts them, and what they tell. */

import type { Ear, Start } from "../../snippet/src/adapters/ear";
import ga4 from "../../snippet/src/adapters/ga4";
import markup from "../../snippet/src/adapters/markup";
import plain from "../../snippet/src/adapters/plain";
import { reconcile } from "../../snippet/src/adapters/reconcile";
import segment from "../../snippet/src/adapters/segment";
import shopify from "../../snippet/src/adapters/shopify";
import { ADAPTERS } from "../../snippet/src/adapters/table";
import woo from "../../snippet/src/adapters/woo";
import { cluesOf } from "../../snippet/src/readers/clues";
import { pageKind } from "../../snippet/src/readers/page";

/** The adapters' clock runs so much faster than the wall's, so that nobody waits. */
const FASTER = 3;

const told: [name: string, fields: Readonly<Record<string, unknown>>][] = [];
const errors: string[] = [];
const starts: Record<string, Start> = { ga4, markup, plain, segment, shopify, woo };
const started = new Set<string>();
const turns: (() => void)[] = [];

const ear: Ear = reconcile({
  tell: (name, fields) => told.push([name, JSON.parse(JSON.stringify(fields)) as Readonly<Record<string, unknown>>]),
  later: (ms, work) => {
    const timer = setTimeout(work, ms / FASTER);
    return () => clearTimeout(timer);
  },
  now: () => performance.now() * FASTER,
  currency: () => undefined,
  safely:
    (work) =>
    (...args) => {
      try {
        return work(...args);
      } catch (error) {
        errors.push(String(error));
        return undefined;
      }
    },
  need: (name) => {
    if (!started.has(name)) starts[started.add(name) && name]?.(ear);
  },
  onTurn: (work) => turns.push(work),
});

const begin = (): void => {
  const page = window as unknown as Readonly<Record<string, unknown>>;
  for (const [name, present] of ADAPTERS) if (present(page, document)) ear.need(name);
  window.dispatchEvent(new Event("tarry:ready"));
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();

Object.assign(window, {
  tarryTurn: () => turns.forEach((turn) => turn()),
  tarryTold: () => {
    const names = new Set(told.map(([name]) => name));
    const priced = told.some(([name, { price }]) => name === "view_item" && price !== undefined);
    return { told, errors, started: [...started], page: pageKind(cluesOf(document, priced, false, names)) };
  },
});
