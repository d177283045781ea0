/** A price that has come into view, and one that changes where it stands. */

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

/** Shops write a price in several steps; what stands there after so long is meant. */
const SETTLE_MS = 400;

/**
 * Reports every other amount that comes to stand where `price` stands, as one does with the choice of a variant.
 *
 * @param report - told both, as decimal strings.
 */
export const onPriceChange = (place: Element, price: string, report: (old: string, now: string) => void, clock: Pick<Clock, "later">, safely: Safely): (() => void) => {
  const before = place.textContent;
  let known = price;
  let unwait = (): void => undefined;
  // What reads numbers is fetched when one has changed.
  const look = async (): Promise<void> => {
    const { amounts } = await import("../lib/amount");
    const now = amounts(place.textContent)[amounts(before).findIndex((amount) => Number(amount) === Number(price))];
    if (!place.isConnected || !(Number(now) > 0) || Number(now) === Number(known) || now === undefined) return;
    report(known, now);
    known = now;
  };
  const changes = new MutationObserver(safely(() => {
    unwait();
    unwait = clock.later(SETTLE_MS, () => void look().catch(() => undefined));
  }));
  changes.observe(place, { subtree: true, childList: true, characterData: true });
  return () => {
    unwait();
    changes.disconnect();
  };
};
