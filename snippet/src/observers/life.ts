/** Coming and going of the document, as one word each. */

import { listenAll } from "../lib/listen_all";
import type { Safely } from "../guard";

export type Life = "hidden" | "visible" | "pagehide" | "bfcache" | "freeze" | "resume" | "online" | "focus";

/**
 * A document that has gone into the back/forward cache hears more words on its way (hidden, freeze, resume); they say
 * nothing new and are left out until it is back.
 */
export const onLife = (report: (what: Life) => void, safely: Safely): (() => void) => {
  let gone: "" | "pagehide" | "freeze" = "";
  const heard = safely((event: Event) => {
    const { type } = event;
    if (type === "pagehide") {
      if (gone) return;
      gone = type;
      report(type);
    } else if (type === "pageshow") {
      if (gone !== "pagehide") return;
      gone = "";
      report("bfcache");
    } else if (type === "resume") {
      if (gone !== "freeze") return;
      gone = "";
      report(type);
    } else if (gone) {
      // Silent until it comes back.
    } else if (type === "freeze") {
      gone = type;
      report(type);
    } else if (type === "visibilitychange") report(document.visibilityState === "visible" ? "visible" : "hidden");
    else report(type === "focus" ? "focus" : "online");
  });
  const stops = [
    listenAll(window, "pagehide pageshow online", heard),
    listenAll(document, "visibilitychange freeze resume", heard),
    // Without capturing: the focus of fields is none of our business.
    ((): (() => void) => {
      window.addEventListener("focus", heard);
      return () => window.removeEventListener("focus", heard);
    })(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
