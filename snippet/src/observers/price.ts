/** A price that has come into view. */

import type { Clock } from "../clock";
import type { Safely } from "../guard";

const SEEN_MS = 1_000;

/** Reports once, when `place` has been at least half in view of a visible page for a second. */
export const onPriceSeen = (place: Element, report: () => void, clock: Pick<Clock, "later">, safely: Safely): (() => void) => {
  let unwait: (() => void) | undefined;
  const stop = (): void => {
    unwait?.();
    watch.disconnect();
  };
  const seen = (): void => {
    if (document.visibilityState !== "visible") {
      unwait = clock.later(SEEN_MS, seen);
      return;
    }
    stop();
    report();
  };
  const watch = new IntersectionObserver(
    safely((entries: readonly IntersectionObserverEntry[]) => {
      unwait?.();
      unwait = (entries.at(-1)?.intersectionRatio ?? 0) >= 0.5 ? clock.later(SEEN_MS, seen) : undefined;
    }),
    { threshold: 0.5 },
  );
  watch.observe(place);
  return stop;
};
