/** What runs in each example shop: the reading of the page as the core begins it, and what is told. */

import { begin } from "../../snippet/src/adapters/read";

/** The adapters' clock runs so much faster than the wall's, so that nobody waits. */
const FASTER = 3;

const told: [name: string, fields: unknown][] = [];
const errors: string[] = [];
const turns: (() => void)[] = [];

const start = (): void => {
  const reading = begin({
    tell: (name, fields) => told.push([name, JSON.parse(JSON.stringify(fields))]),
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
    onTurn: (work) => turns.push(work),
  });
  Object.assign(window, {
    tarryTurn: () => turns.forEach((turn) => turn()),
    tarryTold: () => ({ told, errors, started: reading.started(), page: reading.kind() }),
  });
  // What an adapter says on starting comes a moment later: each is fetched by itself.
  setTimeout(() => window.dispatchEvent(new Event("tarry:ready")), 100);
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
