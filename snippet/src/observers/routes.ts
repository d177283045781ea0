/** Changes of address without loading: a page that is built anew by its own script. */

import { listenAll } from "../lib/listen_all";
import type { Safely } from "../guard";

const NAMES = ["pushState", "replaceState"] as const;

/** Path and query: a new fragment is no new page. */
const here = (): string => location.pathname + location.search;

/** Reports when path or query have changed, once however often the address was set. @returns the way to stop. */
export const onRoute = (report: () => void, safely: Safely): (() => void) => {
  let at = here();
  const look = safely(() => {
    if (at === here()) return;
    at = here();
    report();
  });
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) return listenAll(navigation, "currententrychange", look);
  let on = true;
  for (const name of NAMES) {
    const own = history[name];
    // The browser's own comes first, outside of anything of ours that might go wrong.
    history[name] = function (this: History, ...args) {
      own.apply(this, args);
      if (on) look();
    };
  }
  const stop = listenAll(window, "popstate", look);
  return () => {
    on = false;
    stop();
  };
};
