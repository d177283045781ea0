/** How far down a view was seen, leaving by the top, and a view that ends without loading. Fetched once the page is up. */

import type { Clock } from "./clock";
import type { Safely } from "./guard";
import { record } from "./lib/record";
import { setting } from "./lib/setting";
import { onExitIntent } from "./observers/exit";
import { onRoute } from "./observers/routes";
import { watchScroll } from "./observers/scroll";
import type { Fields } from "./wire";

export interface Attended {
  readonly clock: Clock;
  readonly safely: Safely;
  readonly cfg: () => Fields;
  readonly add: (name: string, fields: Fields) => void;
  /** Active milliseconds of the present view. */
  readonly spent: () => number;
  /** The address is another one, of a page without loading. */
  readonly turned: () => void;
}

/** One view's. */
export interface Attention {
  /** In percent of the page's height. */
  readonly deepest: () => number;
  readonly stop: () => void;
}

const EXIT_ACTIVE_MS = 4_000;
const EXIT_DEBOUNCE_MS = 30_000;

/** @returns what begins to attend to a view. */
export const attention = ({ clock, safely, cfg, add, spent, turned }: Attended): (() => Attention) => {
  let leftAt = -Infinity;
  onRoute(turned, safely);
  return () => {
    let left = false;
    const scroll = watchScroll(safely);
    const exit = (): void => {
      const { min_active_ms: least, debounce_ms: apart } = record(cfg()["exit"]) ?? {};
      const now = clock.now();
      const ms = spent();
      const soon = now - leftAt < setting(apart, EXIT_DEBOUNCE_MS);
      if (left || soon || ms < setting(least, EXIT_ACTIVE_MS)) return;
      left = true;
      leftAt = now;
      add("exit_intent", { how: "pointer", active_ms: ms });
    };
    const unexit = onExitIntent(exit, clock, safely);
    return {
      deepest: scroll.deepest,
      stop: () => {
        scroll.stop();
        unexit();
      },
    };
  };
};
