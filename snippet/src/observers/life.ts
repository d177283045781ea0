/** Coming and going of the document, as one word each. */

import { listenAll } from "../lib/listen_all";
import type { Safely } from "../guard";

export type Life = "hidden" | "visible" | "pagehide" | "bfcache" | "freeze" | "resume" | "online" | "focus";

/** Whether the document goes away, for a while or for good. */
export const isLeaving = (what: Life): what is "hidden" | "pagehide" | "freeze" => /hid|freeze/.test(what);

/** What takes a document away, and what alone brings it back. */
const BACK: Readonly<Record<string, string>> = { pagehide: "pageshow", freeze: "resume" };

/**
 * A document that has gone into the back/forward cache hears more words on its way (hidden, freeze, resume); they say
 * nothing new and are left out until it is back.
 */
export const onLife = (report: (what: Life) => void, safely: Safely): (() => void) => {
  let back = "";
  const heard = safely(({ type, target }: Event) => {
    // The focus of fields is none of our business; coming back says nothing to a document that was never away.
    if (back ? type !== back : /show|resume/.test(type) || (type === "focus" && target instanceof Node)) return;
    back = BACK[type] ?? "";
    const seen = type === "visibilitychange" ? document.visibilityState : type;
    report((seen === "pageshow" ? "bfcache" : seen) as Life);
  });
  return listenAll(window, "pagehide pageshow online focus visibilitychange freeze resume", heard);
};
