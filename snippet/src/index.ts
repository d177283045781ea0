/** The public face: finds its own tag, takes over the queue, and starts when the page has time. */

import { browserClock } from "./clock";
import { commands } from "./commands";
import { consentState } from "./consent";
import { guard } from "./guard";
import { keepIn } from "./lib/keep";
import { list } from "./lib/list";
import { onLife } from "./observers/life";
import type { Part } from "./setup";
import { newVisit } from "./visit";

/** Set by the build: the version, and how the file names of all parts end. */
declare const __VERSION__: string;
declare const __PARTS__: string;

type Face = ((...args: readonly unknown[]) => void) & { q?: unknown; version?: string; [name: string]: unknown };

const START_MS = 2_000;
/** A part that cannot be fetched, as on the way through a tunnel, is asked for again after so long. */
const RETRY_MS = 30_000;
const SEGMENT = ["track", "page", "identify", "reset"];

/** Where the server's files are: the folder of the script, without the version a pinned tag names. */
const baseOf = (src: string): string => new URL(".", src).href.replace(/\/\d+\.\d+\.[^/]+\/$/, "/");

const install = (page: { tarry?: Face }, tag: HTMLScriptElement): void => {
  const queued = page.tarry?.q;
  const base = baseOf(tag.src);
  // A browser remembers an address it could not fetch: the same file under another one is asked for once more.
  const fetched = (address: string): Promise<unknown> =>
    import(/* @vite-ignore */ address).catch(() => new Promise((again) => setTimeout(() => again(fetched(`${address}?`)), RETRY_MS)));
  const parts: Record<string, unknown> = {};
  // One promise for all who ask: browsers settle several imports of one file in any order.
  const part: Part = (name) => (parts[name] ??= fetched(base + name + __PARTS__)) as never;
  const safely = guard(() => {
    unlife();
    visit.stop();
  });
  const visit = newVisit({
    key: tag.dataset["site"] ?? "",
    base,
    fallback: consentState(tag.dataset["consent"]) ?? "anonymous",
    gpc: !!(navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl,
    dnt: navigator.doNotTrack === "1",
    clock: browserClock(safely),
    safely,
    local: keepIn(() => localStorage),
    tab: keepIn(() => sessionStorage),
    part,
    debug: /tarry=debug(?:=|%3D)([\w.-]+)/.exec(location.search)?.[1],
  });
  const unlife = onLife(visit.life, safely);
  const call = commands(visit, () => part("calls"));
  const face = safely(call) as Face;
  for (const name of SEGMENT) face[name] = (...args: readonly unknown[]) => face(name, ...args);
  face.version = __VERSION__;
  page.tarry = face;
  for (const args of list(queued)) face(...(args as Iterable<unknown>));
  window.dispatchEvent(new Event("tarry:ready"));
  whenReady(safely(visit.begin));
};

/** After prerendering, after the page is read, and when the browser has nothing better to do. */
const whenReady = (begin: () => void): void => {
  const after = (name: string): void => document.addEventListener(name, () => whenReady(begin), { once: true });
  if ((document as { prerendering?: unknown }).prerendering) after("prerenderingchange");
  else if (document.readyState === "loading") after("DOMContentLoaded");
  else {
    // Where there is no such thing as an idle moment, the next one has to do.
    const { requestIdleCallback: wait = setTimeout } = window as { requestIdleCallback?: (work: () => void, how: object) => unknown };
    wait(begin, { timeout: START_MS } as object & number);
  }
};

try {
  const page = window as unknown as { tarry?: Face };
  const tag = document.currentScript ?? document.querySelector("script[data-site][src]");
  // A tag pasted twice is one Tarry.
  if (tag instanceof HTMLScriptElement && tag.src && !page.tarry?.version) install(page, tag);
} catch {
  // Whatever it was, it is not the shop's concern.
}
