/** The public face: finds its own tag, takes over the queue, and starts when the page has time. */

import { browserClock } from "./clock";
import type { calls as makeCalls } from "./calls";
import { commands } from "./commands";
import { consentState } from "./consent";
import type { begin as overlay } from "./debug/overlay";
import { guard } from "./guard";
import type { kept } from "./kept";
import { keepIn } from "./lib/keep";
import { list } from "./lib/list";
import { onLife } from "./observers/life";
import type { Ready } from "./prompt";
import type { begin as read } from "./adapters/read";
import type { attention } from "./attention";
import type { begin } from "./show";
import { newVisit } from "./visit";

/** Set by the build. */
declare const __VERSION__: string;
declare const __PROMPT__: string;
declare const __SHOW__: string;
declare const __DEBUG__: string;
declare const __READ__: string;
declare const __CALLS__: string;
declare const __KEPT__: string;
declare const __ATTENTION__: string;

type Face = ((...args: readonly unknown[]) => void) & { q?: unknown; version?: string; [name: string]: unknown };

const START_MS = 2_000;
const SEGMENT = ["track", "page", "identify", "reset"];

/** Where the server's files are: the folder of the script, without the version a pinned tag names. */
const baseOf = (src: string): string => new URL(".", src).href.replace(/\/\d+\.\d+\.[^/]+\/$/, "/");

const install = (page: { tarry?: Face }, tag: HTMLScriptElement): void => {
  const queued = page.tarry?.q;
  const base = baseOf(tag.src);
  const part = <T>(name: string): Promise<T> => import(/* @vite-ignore */ base + name) as Promise<T>;
  const safely = guard(() => {
    unlife();
    visit.stop();
  });
  let shown: Promise<ReturnType<typeof overlay>> | undefined;
  const { globalPrivacyControl: gpc } = navigator as { globalPrivacyControl?: unknown };
  const visit = newVisit({
    key: tag.dataset["site"] ?? "",
    base,
    fallback: consentState(tag.dataset["consent"]) ?? "anonymous",
    gpc: !!gpc,
    dnt: navigator.doNotTrack === "1",
    clock: browserClock(safely),
    safely,
    local: keepIn(() => localStorage),
    tab: keepIn(() => sessionStorage),
    showing: async (owner) => {
      const drawer = part<{ ready: Ready }>(__PROMPT__);
      drawer.catch(() => undefined); // Dealt with by whoever draws; here it must only not be reported to the page.
      return (await part<{ begin: typeof begin }>(__SHOW__)).begin(owner, drawer);
    },
    kept: (ready) => {
      part<{ kept: typeof kept }>(__KEPT__).then(safely((it) => ready(it.kept)), () => undefined);
    },
    attention: (ready) => {
      part<{ attention: typeof attention }>(__ATTENTION__).then((it) => ready(it.attention), () => undefined);
    },
    reading: (core, ready) => {
      part<{ begin: typeof read }>(__READ__)
        .then(({ begin: start }) => {
          const reading = start(core);
          ready(reading);
          return reading.listening().then(() => ready(reading, true));
        })
        .catch(() => ready());
    },
    debug: /\btarry=debug(?:=|%3D)([\w.-]+)/.exec(location.search)?.[1],
    onLine: (line, look) => {
      shown ??= part<{ begin: typeof overlay }>(__DEBUG__).then((it) => it.begin(look));
      shown.then((show) => show(line)).catch(() => undefined);
    },
  });
  const unlife = onLife((what) => visit.life(what), safely);
  const known = commands(visit, async () => (await part<{ calls: typeof makeCalls }>(__CALLS__)).calls(visit));
  const face = safely((name: unknown, ...args: readonly unknown[]) => {
    const called = String(name);
    if (Object.hasOwn(known, called)) known[called]?.(...args);
  }) as Face;
  for (const name of SEGMENT) face[name] = (...args: readonly unknown[]) => face(name, ...args);
  face.version = __VERSION__;
  page.tarry = face;
  for (const args of list(queued)) face(...Array.from(args as ArrayLike<unknown>));
  window.dispatchEvent(new Event("tarry:ready"));
  whenReady(safely(() => visit.begin()));
};

/** After prerendering, after the page is read, and when the browser has nothing better to do. */
const whenReady = (begin: () => void): void => {
  const idle = (): void => {
    if ("requestIdleCallback" in window) requestIdleCallback(begin, { timeout: START_MS });
    else setTimeout(begin);
  };
  const read = (): void => {
    if (document.readyState !== "loading") idle();
    else document.addEventListener("DOMContentLoaded", idle, { once: true });
  };
  if ((document as { prerendering?: unknown }).prerendering) {
    document.addEventListener("prerenderingchange", read, { once: true });
  } else read();
};

try {
  const page = window as unknown as { tarry?: Face };
  const tag = document.currentScript ?? document.querySelector("script[data-site][src]");
  // A tag pasted twice is one Tarry.
  if (tag instanceof HTMLScriptElement && tag.src && !page.tarry?.version) install(page, tag);
} catch {
  // Whatever it was, it is not the shop's concern.
}
