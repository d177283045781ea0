/** One page view: what is on the page, how long it is used, and the moments that say something about the shopper. */

import type { Clock } from "./clock";
import type { Safely } from "./guard";
import { listenAll } from "./lib/listen_all";
import { record } from "./lib/record";
import { text } from "./lib/text";
import { ActiveTime, onInput } from "./observers/active";
import { onExitIntent } from "./observers/exit";
import { nextPing } from "./observers/pings";
import { onPriceSeen } from "./observers/price";
import { watchScroll } from "./observers/scroll";
import { readJsonLd, type Sold } from "./readers/jsonld";
import { pageKind } from "./readers/page";
import { pricePlace } from "./readers/price_place";
import type { Fields } from "./wire";

export interface WatchOwner {
  readonly clock: Clock;
  readonly safely: Safely;
  readonly cfg: () => Fields;
  /** Names of data layer events so far. */
  readonly told: ReadonlySet<string>;
  readonly add: (name: string, fields: Fields) => void;
}

const EXIT_ACTIVE_MS = 4_000;
const EXIT_DEBOUNCE_MS = 30_000;
/** A product or a price that was not there at once is looked for so many seconds more. */
const LOOKS = 8;

/** A number from the owner's settings, when it is one. */
const setting = (value: unknown, otherwise: number): number => (typeof value === "number" && value > 0 ? value : otherwise);

/** Whether somebody is there: the page is visible and has the focus. */
const attended = (): boolean => document.visibilityState === "visible" && document.hasFocus();

export class Watch {
  /** Number of the page view, from 1. */
  view = 0;
  readonly #owner: WatchOwner;
  #active: ActiveTime;
  #since: number;
  #item: Fields | undefined;
  #priced = false;
  #looks = 0;
  #blocks = 0;
  #ping = 0;
  #left = false;
  #leftAt = -Infinity;
  #scroll: ReturnType<typeof watchScroll> | undefined;
  #stops: (() => void)[] = [];

  constructor(owner: WatchOwner) {
    this.#owner = owner;
    this.#since = owner.clock.now();
    this.#active = new ActiveTime(this.#since);
  }

  /** Milliseconds since this view came up. */
  get ageMs(): number {
    return this.#owner.clock.now() - this.#since;
  }

  /** Begins page view number `view`: tells of the page, then watches it. */
  start(view: number): void {
    this.stop();
    const { clock, safely, cfg } = this.#owner;
    this.view = view;
    this.#since = clock.now();
    this.#active = new ActiveTime(this.#since);
    this.#active.idleMs = setting(cfg()["idle_ms"], this.#active.idleMs);
    this.#ping = nextPing(0, this.#pingMs());
    this.#item = undefined;
    this.#priced = this.#left = false;
    this.#looks = 0;
    const sold = this.#read();
    this.#tell(sold);
    this.#scroll = watchScroll(safely);
    this.#stops = [
      this.#scroll.stop,
      onInput(() => this.#active.input(clock.now()), safely),
      onExitIntent(() => this.#exit(), clock, safely),
      // A glance elsewhere ends the slice of time before it, not a second later.
      listenAll(window, "blur focus visibilitychange", safely((event) => event.target === window && this.#settle(true))),
    ];
    this.item(sold.item);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** A product the page is about; the first one counts. */
  item(item: Fields | undefined): void {
    if (!item || this.#item || !this.#stops.length) return;
    this.#item = item;
    this.#owner.add("view_item", item);
    // Looking for a price asks the browser for styles: a task of its own.
    this.#stops.push(this.#owner.clock.later(0, () => this.#seekPrice()));
  }

  /** To be called about once a second. */
  tick(): void {
    const ms = this.#settle();
    if (ms >= this.#ping) {
      this.#ping = nextPing(ms, this.#pingMs());
      this.#owner.add("page_ping", { active_ms: ms, scroll_pct: this.#scroll?.deepest() ?? 0 });
    }
    if (++this.#looks > LOOKS) return;
    if (!this.#item && document.querySelectorAll(JSON_LD).length !== this.#blocks) this.item(this.#read().item);
    this.#seekPrice();
  }

  /** Whole milliseconds of active time in this view until now. @param was - it was attended until now. */
  #settle(was = attended()): number {
    this.#active.tick(this.#owner.clock.now(), was);
    return Math.round(this.#active.ms);
  }

  hide(how: "hidden" | "pagehide" | "freeze"): void {
    this.#owner.add("page_hide", { how, active_ms: this.#settle(document.hasFocus()) });
  }

  show(how: "visible" | "bfcache" | "resume"): void {
    this.#since = this.#owner.clock.now();
    this.#owner.add("page_show", { how, active_ms: this.#settle(false) });
  }

  #pingMs(): number {
    return setting(this.#owner.cfg()["ping_ms"], 5_000);
  }

  #read(): Sold {
    const blocks = [...document.querySelectorAll(JSON_LD)];
    this.#blocks = blocks.length;
    return readJsonLd(blocks.map(({ textContent }) => textContent ?? ""), location.href);
  }

  #tell({ item, many }: Sold): void {
    const { told, add } = this.#owner;
    const { title } = document;
    const product = item !== undefined || told.has("view_item");
    const kind = pageKind({ path: decoded(location.pathname), title, product, many, told });
    add("page_view", { ...pageFacts(), ...kind, locale: pageLocale() });
  }

  #seekPrice(): void {
    const { clock, safely, cfg, add } = this.#owner;
    const { sku, price } = this.#item ?? {};
    const currency = this.#item?.["currency"] ?? cfg()["currency"];
    if (this.#priced || typeof price !== "string" || typeof currency !== "string") return;
    const place = pricePlace(document, price);
    if (!place) return;
    this.#priced = true;
    this.#stops.push(onPriceSeen(place, () => add("price_seen", { sku, price, currency }), clock, safely));
  }

  #exit(): void {
    const { min_active_ms: least, debounce_ms: apart } = record(this.#owner.cfg()["exit"]) ?? {};
    const now = this.#owner.clock.now();
    const ms = this.#settle();
    const soon = now - this.#leftAt < setting(apart, EXIT_DEBOUNCE_MS);
    if (this.#left || soon || ms < setting(least, EXIT_ACTIVE_MS)) return;
    this.#left = true;
    this.#leftAt = now;
    this.#owner.add("exit_intent", { how: "pointer", active_ms: ms });
  }
}

const JSON_LD = 'script[type="application/ld+json" i]';

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The page's language as it says itself. */
export const pageLocale = (): string | undefined => text(document.documentElement.lang, 35);

/** Where this is and where it was come from: without query, without fragment, and of other sites only the host. */
export const pageFacts = (): { path: string; title?: string | undefined; ref_host?: string | undefined } => {
  let from;
  try {
    const { host } = new URL(document.referrer);
    if (host !== location.host) from = host;
  } catch {
    // Come from nowhere.
  }
  return { path: text(location.pathname) ?? "/", title: text(document.title, 200), ref_host: from };
};
