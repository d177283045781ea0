/** One page view: what the page is, how long it is used, and the moments that say something about the shopper. */

import type { Attended, Attention } from "./attention";
import type { Clock } from "./clock";
import type { Safely } from "./guard";
import { listenAll } from "./lib/listen_all";
import { setting } from "./lib/setting";
import { text } from "./lib/text";
import { activeTime, INPUT } from "./observers/active";
import { nextPing } from "./observers/pings";
import type { Fields } from "./wire";

export interface WatchOwner {
  readonly clock: Clock;
  readonly safely: Safely;
  readonly cfg: () => Fields;
  /** @param at - when it was so, if not now. */
  readonly add: (name: string, fields: Fields, at?: number) => void;
  /** The address is another one. */
  readonly turned: () => void;
  /** Somebody is there: called with every touch of the page. */
  readonly touched: () => void;
}

export interface Watch {
  /** Number of the page view, from 1. */
  readonly view: () => number;
  /** Milliseconds since this view came up. */
  readonly ageMs: () => number;
  /** Begins page view number `view`. @param anew - not a new page: what was known of it is told again. */
  readonly start: (view: number, anew?: boolean) => void;
  readonly stop: () => void;
  /** What reads the page is at work, or, without a word, never will be. @param done - all of it listens. */
  readonly reading: (kind: (() => Fields) | undefined, done: boolean) => void;
  /** What attends to views is there. */
  readonly attend: (begin: (of: Attended) => () => Attention) => void;
  /** The product the page is about. */
  readonly item: (item: Fields) => void;
  /** To be called about once a second. */
  readonly tick: () => void;
  readonly hide: (how: "hidden" | "pagehide" | "freeze") => void;
  readonly show: (how: "visible" | "bfcache" | "resume") => void;
}

/** A page is told once it is read, or after so long. */
const MOST_READ_MS = 2_500;
/** Titles and products of a new page come a little later than its address, and what is read later than its readers. */
const SETTLE_MS = 300;
const UNREAD: Fields = { kind: "other", sure: 0.5 };

/** Whether somebody is there: the page is visible and has the focus. */
const attended = (): boolean => document.visibilityState === "visible" && document.hasFocus();

export const watching = ({ clock, safely, cfg, add, turned, touched }: WatchOwner): Watch => {
  let view = 1;
  let since = clock.now();
  let active = activeTime(since);
  let item: Fields | undefined;
  let ping = 0;
  let attention: Attention | undefined;
  let attend: (() => Attention) | undefined;
  let stops: (() => void)[] = [];
  let kind: (() => Fields) | undefined;
  let read = false;
  /** Tells of the page, unless that is done. */
  let tell: (() => void) | undefined;
  let untell: (() => void) | undefined;

  const pingMs = (): number => setting(cfg()["ping_ms"], 5_000);
  /** Whole milliseconds of active time in this view until now. @param was - it was attended until now. */
  const settle = (was = attended()): number => Math.round(active.tick(clock.now(), was));
  const tellIn = (ms: number): void => {
    untell?.();
    untell = clock.later(ms, () => tell?.());
  };
  const stop = (): void => {
    for (const one of stops) one();
    attention?.stop();
    stops = [];
    untell?.();
    tell = undefined;
  };
  return {
    view: () => view,
    ageMs: () => clock.now() - since,
    start: (number, anew) => {
      stop();
      view = number;
      since = clock.now();
      active = activeTime(since, setting(cfg()["idle_ms"], 30_000));
      ping = nextPing(0, pingMs());
      if (!anew) item = undefined;
      tell = () => {
        tell = undefined;
        untell?.();
        add("page_view", { ...pageFacts(), ...(kind?.() ?? UNREAD), locale: pageLocale() }, since);
        if (item) add("view_item", item);
      };
      tellIn(read ? (anew ? 0 : SETTLE_MS) : MOST_READ_MS);
      attention = attend?.();
      stops = [
        listenAll(window, INPUT, safely(() => {
          active.input(clock.now());
          touched();
        })),
        // A glance elsewhere ends the slice of time before it, not a second later.
        listenAll(window, "blur focus visibilitychange", safely((event) => event.target === window && settle(true))),
      ];
    },
    stop,
    reading: (of, done) => {
      kind = of;
      read = done || !of;
      if (read && tell) tellIn(of ? SETTLE_MS : 0);
    },
    attend: (begin) => {
      attend = begin({ clock, safely, cfg, add, spent: settle, turned });
      if (stops.length) attention = attend();
    },
    item: (of) => {
      item = of;
      if (tell) tell();
      else if (stops.length) add("view_item", item);
    },
    tick: () => {
      const ms = settle();
      if (ms < ping) return;
      ping = nextPing(ms, pingMs());
      add("page_ping", { active_ms: ms, scroll_pct: attention?.deepest() ?? 0 });
    },
    hide: (how) => {
      tell?.();
      attention?.leave();
      add("page_hide", { how, active_ms: settle(document.hasFocus()) });
    },
    show: (how) => {
      since = clock.now();
      add("page_show", { how, active_ms: settle(false) });
    },
  };
};

/** The page's language as it says itself. */
export const pageLocale = (): string | undefined => text(document.documentElement.lang, 35);

/** Where this is and where it was come from: without query, without fragment, and of other sites only the host. */
export const pageFacts = (): { path: string; title?: string | undefined; ref_host?: string | undefined } => {
  // Scheme, nothing, host: a browser tells it whole, or nothing at all.
  const from = document.referrer.split("/")[2];
  return { path: text(location.pathname) as string, title: text(document.title, 200), ref_host: from !== location.host ? from : undefined };
};
