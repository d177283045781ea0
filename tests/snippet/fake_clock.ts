/** A clock that stands still until it is moved; it keeps the order of everything that is due. */

import type { Clock } from "../../snippet/src/clock";

export interface FakeClock extends Clock {
  /** Lets `ms` pass, running what falls due on the way. */
  readonly pass: (ms: number) => void;
  /** The device sleeps: the time of day goes on, the document's own clock and its timers stand still. */
  readonly sleep: (ms: number) => void;
}

export const fakeClock = (random = 0.5): FakeClock => {
  let now = 0;
  let slept = 0;
  let due: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    wall: () => 1_700_000_000_000 + now + slept,
    random: () => random,
    later: (ms, work) => {
      const entry = { at: now + ms, work };
      due = [...due, entry];
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    sleep: (ms) => {
      slept += ms;
    },
    pass: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = end;
    },
  };
};
