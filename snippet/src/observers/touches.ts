/** Making to leave on a touch screen: no sign of it is sure, so two of them have to come together. */

import { listenAll } from "../lib/listen_all";
import type { Watched } from "./watched";

/** Signs so far apart have nothing to do with each other. */
const TOGETHER_MS = 60_000;
const SIGNS = 2;
/** A fling: so many screens upwards in so short a time, begun this deep in the page. */
const FLING_SCREENS = 1.5;
const FLING_MS = 600;
/** Away so short, the page was only covered for a moment. */
const AWAY_MS = 5_000;
const STILL_MS = 30_000;

type Sign = "fling" | "away" | "still";

/** Begins to watch, once the page has been touched; what is told is told while the page is in sight. */
export const touches = ({ clock, safely, leaving }: Watched): void => {
  const seen = new Map<Sign, number>();
  let track: { readonly at: number; readonly y: number }[] = [];
  let hiddenAt: number | undefined;
  let unstill = (): void => undefined;

  const sign = (what: Sign): void => {
    const now = clock.now();
    seen.set(what, now);
    const recent = [...seen.values()].filter((at) => now - at <= TOGETHER_MS);
    if (recent.length < SIGNS || document.visibilityState !== "visible") return;
    seen.clear();
    leaving();
  };

  const still = (): void => {
    unstill();
    unstill = clock.later(STILL_MS, () => document.visibilityState === "visible" && sign("still"));
  };

  listenAll(window, "scroll", safely(() => {
    still();
    const now = clock.now();
    const y = scrollY;
    track = [...track.filter(({ at }) => now - at <= FLING_MS), { at: now, y }];
    const top = Math.max(...track.map((one) => one.y));
    // At the very top it is a pull to refresh, or the page springing back.
    if (y <= 0 || top - y < FLING_SCREENS * innerHeight) return;
    track = [];
    sign("fling");
  }));
  listenAll(window, "touchstart pointerdown keydown", safely(still));
  listenAll(window, "visibilitychange pageshow", safely((event) => {
    if (document.visibilityState !== "visible") hiddenAt = clock.now();
    else if ((event as PageTransitionEvent).persisted) sign("away");
    else if (hiddenAt !== undefined) {
      const away = clock.now() - hiddenAt;
      hiddenAt = undefined;
      still();
      if (away >= AWAY_MS && away <= TOGETHER_MS) sign("away");
    }
  }));
  still();
};
