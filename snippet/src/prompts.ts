/** The door to prompts: what deals with them is fetched when the first one comes; until then frames wait here. */

import type { Clock } from "./clock";
import type { Safely } from "./guard";
import type { Showing } from "./showing";
import type { ServerFrame } from "./wire";

export const newPrompts = (clock: Clock, safely: Safely, fetch: () => Promise<Showing>) => {
  const self = {
    /** What deals with prompts, once it is there. */
    showing: undefined as Showing | undefined,
  };
  /** Frames that wait, and when they came. */
  let queue: [ServerFrame, number][] = [];

  /** A prompt, its cancelling, or the answer to a claim. */
  const hear = (frame: ServerFrame): void => {
    const waiting = queue;
    waiting.push([frame, clock.now()]);
    const hand = safely((showing: Showing) => {
      // What was fetched for the time before everything was forgotten is not used.
      if (waiting !== queue) return;
      self.showing = showing;
      for (const one of waiting.splice(0)) showing.hear(...one);
    });
    if (self.showing) hand(self.showing);
    else if (waiting.length === 1) fetch().then(hand, () => waiting.splice(0));
  };

  /** Takes down what stands and forgets everything. */
  const reset = (): void => {
    self.showing?.withdraw();
    self.showing = undefined;
    queue = [];
  };
  return Object.assign(self, { hear, reset });
};

export type Prompts = ReturnType<typeof newPrompts>;
