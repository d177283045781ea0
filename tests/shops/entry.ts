/** What runs in each example shop: the reading of the page as the core begins it, and what is told. */

import type { begin } from "../../snippet/src/adapters/read";

/** As the build names it: all files carry one hash, which is not yet known here. */
const READ = "/t/adapter-read-HASH.js";
/** The adapters' clock runs so much faster than the wall's, so that nobody waits. */
const FASTER = 3;

const told: [name: string, fields: unknown][] = [];
const errors: string[] = [];
const turns: (() => void)[] = [];

const start = async (): Promise<void> => {
  const read = (await import(/* @vite-ignore */ READ)) as { begin: typeof begin };
  const reading = read.begin({
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
  await reading.listening();
  window.dispatchEvent(new Event("tarry:ready"));
  Object.assign(window, { tarryReady: true });
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void start());
else void start();
