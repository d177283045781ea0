/** The door to prompts: what deals with them is fetched when the first one comes; until then frames wait here. */

import type { Clock } from "./clock";
import type { Safely } from "./guard";
import type { Showing } from "./showing";
import type { ServerFrame } from "./wire";

/** @param fetch - fetches what deals with prompts, and sets it to work. */
export const newPrompts = (clock: Clock, safely: Safely, fetch: () => Promise<Showing>) => {
  let fetched: Promise<Showing> | undefined;
  const self = {
    /** What deals with prompts, once it is there. */
    showing: undefined as Showing | undefined,

    /** A prompt, its cancelling, or the answer to a claim. */
    hear: (frame: ServerFrame): void => {
      const at = clock.now();
      const mine = (fetched ??= fetch());
      const hand = safely((showing: Showing) => {
        // What was fetched for the time before everything was forgotten is not used.
        if (mine === fetched) (self.showing = showing).hear(frame, at);
      });
      mine.then(hand, () => {
        if (mine === fetched) fetched = undefined;
      });
    },

    /** Takes down what stands and forgets everything. */
    reset: (): void => {
      self.showing?.withdraw();
      fetched = self.showing = undefined;
    },
  };
  return self;
};

export type Prompts = ReturnType<typeof newPrompts>;
