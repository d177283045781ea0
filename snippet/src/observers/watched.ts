/** What the parts of attention are given: time, and where their story goes. Types only. */

import type { Clock } from "../clock";
import type { Safely } from "../guard";
import type { Fields } from "../wire";

export interface Watched {
  readonly clock: Clock;
  readonly safely: Safely;
  readonly add: (name: string, fields: Fields) => void;
  /** Somebody makes to leave, by touch; whether it counts is for the page's attention to say. */
  readonly leaving: () => void;
  /** Runs `work` whenever the page goes away, while there is still time to tell of it. */
  readonly atEnd: (work: () => void) => void;
}

/** What the owner keeps from us: nothing that happens inside is looked at. */
export const MASK = "[data-tarry-mask]";

/** The element an event happened on, also inside of open shadow roots; none where it is masked, or no element. */
export const elementOf = (event: Event): Element | undefined => {
  // Once an event is over its path is empty.
  const found = event.composedPath()[0] ?? event.target;
  return found instanceof Element && !found.closest(MASK) ? found : undefined;
};
