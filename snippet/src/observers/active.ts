/** Active time: how long the page was visible, focused and in use. */

import { listenAll } from "../lib/listen_all";
import type { Safely } from "../guard";

/** One slice of time counts at most so much: a page that slept was not in use. */
const MOST_SLICE_MS = 1_500;
const INPUT = "pointermove pointerdown keydown scroll touchstart wheel";

/** Counts; pure but for the times it is given. Loading the page counts as an input. */
export class ActiveTime {
  /** Milliseconds, cumulative in one page view. */
  ms = 0;
  idleMs = 30_000;
  #at: number;
  #inputAt: number;

  constructor(now: number) {
    this.#at = now;
    this.#inputAt = now;
  }

  input(now: number): void {
    this.#inputAt = Math.max(this.#inputAt, now);
  }

  /** Takes account of the time since the last call. @param attended - visible and focused all that time. */
  tick(now: number, attended: boolean): void {
    const from = this.#at;
    this.#at = now;
    const until = Math.min(now, this.#inputAt + this.idleMs);
    if (attended && until > from) this.ms += Math.min(until - from, MOST_SLICE_MS);
  }
}

/** Reports every input, as cheaply as can be. */
export const onInput = (report: () => void, safely: Safely): (() => void) =>
  listenAll(window, INPUT, safely(report));
