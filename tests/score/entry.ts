/** What the score runs inside a page: the reading as the core begins it, and the product it told of. */

import { begin } from "../../snippet/src/adapters/read";

const told: { name: string; fields: Readonly<Record<string, unknown>> }[] = [];
const reading = begin({
  tell: (name, fields) => told.push({ name, fields }),
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  currency: () => undefined,
  safely: (work) => work,
  onTurn: () => undefined,
});
(window as { tarryRead?: unknown }).tarryRead = () => ({
  item: told.find(({ name }) => name === "view_item")?.fields ?? null,
  by: reading.started(),
  page: reading.kind(),
});
