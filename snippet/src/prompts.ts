/** The door to prompts: what deals with them is fetched when the first one comes; until then frames wait here. */

import type { Clock } from "./clock";
import type { Safely } from "./guard";
import type { Showing } from "./showing";
import type { ServerFrame } from "./wire";

export class Prompts {
  /** What deals with prompts, once it is there. */
  showing: Showing | undefined;
  readonly #clock: Clock;
  readonly #safely: Safely;
  readonly #fetch: () => Promise<Showing>;
  /** Frames that wait, and when they came. */
  #waiting: [ServerFrame, number][] = [];

  /** @param fetch - fetches what deals with prompts, and sets it to work. */
  constructor(clock: Clock, safely: Safely, fetch: () => Promise<Showing>) {
    this.#clock = clock;
    this.#safely = safely;
    this.#fetch = fetch;
  }

  /** A prompt, its cancelling, or the answer to a claim. */
  hear(frame: ServerFrame): void {
    const waiting = this.#waiting;
    waiting.push([frame, this.#clock.now()]);
    const hand = this.#safely((showing: Showing) => {
      // What was fetched for the time before everything was forgotten is not used.
      if (waiting !== this.#waiting) return;
      this.showing = showing;
      for (const one of waiting.splice(0)) showing.hear(...one);
    });
    if (this.showing) hand(this.showing);
    else if (waiting.length === 1) this.#fetch().then(hand, () => waiting.splice(0));
  }

  /** Takes down what stands and forgets everything. */
  reset(): void {
    this.showing?.withdraw();
    this.showing = undefined;
    this.#waiting = [];
  }
}
