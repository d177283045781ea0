/** Work in stretches: what looks at the page, or makes the browser lay it out, rests before it goes on. */

import { delayed } from "./node";

/** Goes on in a task of its own, after so many milliseconds; never again once the prompt has gone. */
export type Rest = (ms?: number) => Promise<void>;

/** Not every browser has it, and timers that follow each other are held back by 4 ms each. */
const { scheduler } = globalThis as { scheduler?: { postTask?: (goOn: () => void) => Promise<void> } };

export const restUntil =
  (signal: AbortSignal): Rest =>
  (ms = 0) =>
    new Promise((goOn) => {
      if (ms || !scheduler?.postTask) delayed(ms, signal, goOn);
      else void scheduler.postTask(() => signal.aborted || goOn());
    });
