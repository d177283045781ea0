/** What somebody does with a page: how far it was seen, leaving, idling, and what else is fetched. Fetched with the first sign of life. */

import type { Clock } from "./clock";
import type { Safely } from "./guard";
import { listenAll } from "./lib/listen_all";
import { record } from "./lib/record";
import { setting } from "./lib/setting";
import type { clicks, Earlier } from "./observers/clicks";
import type { codes } from "./observers/codes";
import type { copies } from "./observers/copies";
import { onExitIntent } from "./observers/exit";
import type { fields } from "./observers/fields";
import { onIdle } from "./observers/idle";
import { onRoute } from "./observers/routes";
import { watchScroll } from "./observers/scroll";
import type { touches } from "./observers/touches";
import type { vitals } from "./observers/vitals";
import type { Watched } from "./observers/watched";
import type { Fields } from "./wire";

/** Set by the build: how the file names of all parts end. */
declare const __PARTS__: string;

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
  /** The page goes away: what is only known by now is told. */
  readonly leave: () => void;
  readonly stop: () => void;
}

/** What is fetched when it is first needed. */
interface Pieces {
  readonly clicks: { readonly clicks: typeof clicks };
  readonly codes: { readonly codes: typeof codes };
  readonly copies: { readonly copies: typeof copies };
  readonly fields: { readonly fields: typeof fields };
  readonly touches: { readonly touches: typeof touches };
  readonly vitals: { readonly vitals: typeof vitals };
}

const EXIT_ACTIVE_MS = 4_000;
const EXIT_DEBOUNCE_MS = 30_000;
const IDLE_MS = 30_000;

/** Fetches a part that lies beside this file. */
const fetched = <K extends keyof Pieces>(name: K): Promise<Pieces[K]> => import(/* @vite-ignore */ `./${name}${__PARTS__}`) as Promise<Pieces[K]>;

/** @param piece - how parts are fetched. @returns what begins to attend to a view. */
export const attention = ({ clock, safely, cfg, add, spent, turned }: Attended, piece = fetched): (() => Attention) => {
  let leftAt = -Infinity;
  let left = false;
  const leave = (how: "pointer" | "touch"): void => {
    const { min_active_ms: least, debounce_ms: apart } = record(cfg()["exit"]) ?? {};
    const now = clock.now();
    const ms = spent();
    const soon = now - leftAt < setting(apart, EXIT_DEBOUNCE_MS);
    if (left || soon || ms < setting(least, EXIT_ACTIVE_MS)) return;
    left = true;
    leftAt = now;
    add("exit_intent", { how, active_ms: ms });
  };
  const ends: (() => void)[] = [];
  const watched: Watched = { clock, safely, add, leaving: () => leave("touch"), atEnd: (work) => void ends.push(work) };
  /** Fetches a part with the first event that needs it. What cannot be fetched is missing, and no more than that. */
  const upon = (name: string, begin: (event: Event) => Promise<unknown>): void => {
    const stop = listenAll(window, name, safely((event) => {
      stop();
      begin(event).catch(() => undefined);
    }));
  };
  upon("pointerdown", () => {
    const earlier: Earlier[] = [];
    const stop = listenAll(window, "click", (event) => earlier.push([event, clock.now()]));
    return piece("clicks").then(safely((it) => {
      stop();
      it.clicks(watched, earlier);
    }));
  });
  upon("touchstart", () => piece("touches").then(safely((it) => it.touches(watched))));
  const attend = (): Promise<void> =>
    piece("fields").then(safely((it) => it.fields(watched, () => piece("codes"), document.activeElement ?? undefined)));
  // A field may have had the focus before anything was fetched.
  if (document.activeElement?.matches("input,select,textarea")) attend().catch(() => undefined);
  else upon("focusin", attend);
  upon("copy", () => piece("copies").then(safely((it) => it.copies(watched))));
  piece("vitals").then(safely((it) => it.vitals(watched))).catch(() => undefined);
  onRoute(turned, safely);
  return () => {
    left = false;
    const scroll = watchScroll(safely);
    const unexit = onExitIntent(() => leave("pointer"), clock, safely);
    const idleMs = setting(cfg()["idle_ms"], IDLE_MS);
    const unidle = onIdle(idleMs, () => add("idle", { after_ms: idleMs }), clock, safely);
    return {
      deepest: scroll.deepest,
      leave: () => {
        for (const end of ends) end();
      },
      stop: () => {
        scroll.stop();
        unexit();
        unidle();
      },
    };
  };
};
