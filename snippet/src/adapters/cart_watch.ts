/** When to read a shop's own cart: at the start if there may be one, and again after every request that changes it. */

import type { Ear } from "./ear";

/** Requests in a row are one change; our own choice. */
const SETTLE_MS = 300;

/**
 * Requests are seen in the browser's own timing of them: nothing of the shop's is wrapped.
 *
 * @param changes - addresses of requests that change the cart.
 * @param present - what the page's cookies look like when there may be a cart.
 * @returns what to call when something else says that the cart changed.
 */
export const cartWatch = (ear: Ear, src: string, changes: RegExp, present: RegExp, read: () => Promise<void>): (() => void) => {
  let unwait: (() => void) | undefined;
  const look = ear.safely(() => {
    unwait?.();
    // A cart that cannot be read is no news.
    unwait = ear.later(SETTLE_MS, () => void read().catch(() => undefined));
  });
  const there = present.test(document.cookie);
  ear.watching(src, !there);
  if (there) look();
  if ("PerformanceObserver" in window) {
    const seen = (entries: PerformanceObserverEntryList): void => {
      if (entries.getEntries().some(({ name }) => changes.test(name))) look();
    };
    new PerformanceObserver(ear.safely(seen)).observe({ type: "resource" });
  }
  return look;
};
