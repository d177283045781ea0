/** How fast the page was for this visitor: largest paint, slowest answer to a touch, and how much it moved. */

import type { Watched } from "./watched";

/** Shifts this close together, and within so long, are one movement (the definition of CLS). */
const GAP_MS = 1_000;
const WINDOW_MS = 5_000;
/** Shorter answers are not told by the browser. */
const EVENT_MS = 40;

type Entry = PerformanceEntry & { readonly value?: number; readonly hadRecentInput?: boolean; readonly interactionId?: number };

/** Begins to measure, and tells once, when the page is first left. */
export const vitals = ({ safely, add, atEnd }: Watched): void => {
  let lcp: number | undefined;
  let inp: number | undefined;
  let cls: number | undefined;
  let [moved, from, last] = [0, 0, 0];
  const on = (type: string, take: (entry: Entry) => void, more: object = {}): void => {
    try {
      const seen = new PerformanceObserver(safely((found: PerformanceObserverEntryList) => found.getEntries().forEach(take)));
      seen.observe({ type, buffered: true, ...more });
    } catch {
      // Not measured by this browser.
    }
  };
  on("largest-contentful-paint", ({ startTime }) => (lcp = startTime));
  on("event", ({ duration, interactionId }) => {
    if (interactionId) inp = Math.max(inp ?? 0, duration);
  }, { durationThreshold: EVENT_MS });
  on("layout-shift", ({ startTime, value = 0, hadRecentInput }) => {
    if (hadRecentInput) return;
    if (startTime - last > GAP_MS || startTime - from > WINDOW_MS) [moved, from] = [0, startTime];
    moved += value;
    last = startTime;
    cls = Math.max(cls ?? 0, moved);
  });
  let told = false;
  atEnd(() => {
    if (told || (lcp === undefined && inp === undefined && cls === undefined)) return;
    told = true;
    const ms = (value: number | undefined): number | undefined => value && Math.round(value);
    add("vitals", { lcp_ms: ms(lcp), inp_ms: ms(inp), cls: cls === undefined ? undefined : Math.round(cls * 1e4) / 1e4 });
  });
};
