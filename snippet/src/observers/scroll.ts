/** How far down the page was seen. */

import { listenAll } from "../lib/listen_all";
import type { Safely } from "../guard";

/** @returns `deepest`, in percent of the page's height, 0 to 100, and `stop`. */
export const watchScroll = (safely: Safely): { deepest: () => number; stop: () => void } => {
  let most = 0;
  let waiting = 0;
  const look = safely(() => {
    waiting = 0;
    const height = document.documentElement.scrollHeight;
    if (height) most = Math.max(most, Math.min(100, Math.round(((scrollY + innerHeight) / height) * 100)));
  });
  // Reading the layout inside the event would force one; the next frame has it for nothing.
  const stop = listenAll(window, "scroll", () => {
    waiting ||= requestAnimationFrame(look);
  });
  waiting = requestAnimationFrame(look);
  return { deepest: () => most, stop };
};
