/** What the score runs inside a page: the adapters that read pages, and what they told once they were asked. */

import type { Ear, Start } from "../../snippet/src/adapters/ear";
import markup from "../../snippet/src/adapters/markup";
import plain from "../../snippet/src/adapters/plain";
import { reconcile } from "../../snippet/src/adapters/reconcile";

const told: { name: string; fields: Readonly<Record<string, unknown>> }[] = [];
const adapters: Record<string, Start> = { markup, plain };
const started = new Set<string>();
const ear: Ear = reconcile({
  tell: (name, fields) => told.push({ name, fields }),
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  currency: () => undefined,
  safely: (work) => work,
  need: (name) => {
    if (!started.has(name)) adapters[started.add(name) && name]?.(ear);
  },
  onTurn: () => undefined,
});
ear.need("markup");
(window as { tarryRead?: unknown }).tarryRead = () => ({
  item: told.find(({ name }) => name === "view_item")?.fields ?? null,
  asked: [...started],
});
