/** A clock that stands still until it is moved; it keeps the order of everything that is due. */

import type { Clock } from "../../snippet/src/clock";

export interface FakeClock extends Clock {
  /** Lets `ms` pass, running what falls due on the way. */
  readonly pass: (ms: number) => void;
}

export const fakeClock = (random = 0.5): FakeClock => {
  let now = 0;
  let due: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    wall: () => 1_700_000_000_000 + now,
    random: () => random,
    later: (ms, work) => {
      const entry = { at: now + ms, work };
      due = [...due, entry];
      return () => {
        due = due.filter((other) => other !== entry);
      };
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
