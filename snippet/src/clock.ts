/** Time and chance as the snippet's parts receive them, so that tests can hold both still. */

export interface Clock {
  /** Milliseconds since this document began, as `performance.now()`. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wall: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Runs `work` once after `ms`; returns the way to call it off. */
  readonly later: (ms: number, work: () => void) => () => void;
}

/** @param safely - wraps everything that runs later, so that nothing of it throws into the page. */
export const browserClock = (safely: (work: () => void) => () => void): Clock => ({
  now: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  later: (ms, work) => {
    const timer = setTimeout(safely(work), ms);
    return () => clearTimeout(timer);
  },
});
