/** Active time: how long the page was visible, focused and in use. */

/** One slice of time counts at most so much: a page that slept was not in use. */
const MOST_SLICE_MS = 1_500;
/** What counts as one. */
export const INPUT = "pointermove pointerdown keydown scroll touchstart wheel";

export interface ActiveTime {
  readonly input: (now: number) => void;
  /**
   * Takes account of the time since the last call.
   *
   * @param attended - visible and focused all that time.
   * @returns milliseconds so far, cumulative in one page view.
   */
  readonly tick: (now: number, attended: boolean) => number;
}

/** Counts; pure but for the times it is given. Loading the page counts as an input. @param idleMs - an input counts so long. */
export const activeTime = (now: number, idleMs = 30_000): ActiveTime => {
  let ms = 0;
  let at = now;
  let inputAt = now;
  return {
    input: (when) => {
      inputAt = when;
    },
    tick: (until, attended) => {
      const slice = Math.min(until, inputAt + idleMs) - at;
      at = until;
      if (attended && slice > 0) ms += Math.min(slice, MOST_SLICE_MS);
      return ms;
    },
  };
};
