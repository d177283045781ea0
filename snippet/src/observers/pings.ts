/** When active time is to be told: often at first, rarer later. Pure. */

const EARLY_MS = 60_000;
const LATE_EVERY_MS = 15_000;

/** The active time of the next ping after one at `activeMs`, both in milliseconds. */
export const nextPing = (activeMs: number, everyMs: number): number => {
  const every = activeMs >= EARLY_MS ? Math.max(LATE_EVERY_MS, everyMs) : everyMs;
  return (Math.floor(activeMs / every) + 1) * every;
};
