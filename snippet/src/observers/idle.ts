/** Nobody has touched a visible page for a while. */

import type { Clock } from "../clock";
import { listenAll } from "../lib/listen_all";
import type { Safely } from "../guard";
import { INPUT } from "./active";

/** Reports once, after `ms` without a touch while the page was in sight. @returns the way to stop. */
export const onIdle = (ms: number, report: () => void, clock: Clock, safely: Safely): (() => void) => {
  let at = clock.now();
  let unwait: () => void;
  const touched = safely(() => {
    at = clock.now();
  });
  const look = (): void => {
    // Time out of sight is not idle: it begins anew when the page is back.
    if (document.visibilityState !== "visible") at = clock.now();
    const left = at + ms - clock.now();
    if (left > 0) unwait = clock.later(left, look);
    else report();
  };
  unwait = clock.later(ms, look);
  const stops = [listenAll(window, INPUT, touched), listenAll(document, "visibilitychange", touched)];
  return () => {
    unwait();
    for (const stop of stops) stop();
  };
};
