/** How long to stay away after a lost connection. Pure. */

const MIN_WAIT_MS = 500;
const MAX_WAIT_MS = 60_000;

/**
 * How long to wait before attempt `attempt` (0-based), in milliseconds.
 * Full jitter: a whole shop reconnecting at once spreads itself out.
 *
 * @param random - in [0, 1); passed in so tests can choose it.
 */
export const backoff = (attempt: number, random: number): number =>
  Math.floor(random * Math.min(MAX_WAIT_MS, MIN_WAIT_MS * 2 ** Math.min(attempt, 16)));
