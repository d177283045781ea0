/** One document's visit: what is allowed, the stream that follows from it, and everything that feeds or hears it. */

import type { Reading } from "./adapters/read";
import type { Heir } from "./adopt";
import type { Ending } from "./answers";
import { backoff } from "./backoff";
import { type Consent, type ConsentClaim, resolveConsent } from "./consent";
import { Device } from "./device";
import { streamId } from "./identity";
import { Leftovers, REST_BYTES } from "./leftovers";
import { list } from "./lib/list";
import { record } from "./lib/record";
import type { Life } from "./observers/life";
import { Prompts } from "./prompts";
import { onRoute } from "./observers/routes";
import type { OnPrompt, Setup } from "./setup";
import type { ShowingOwner } from "./showing";
import { type Facts, Stream } from "./stream";
import { pageFacts, pageLocale, type Watch, watching } from "./watch";
import type { Fields, ServerFrame } from "./wire";

const TICK_MS = 1_000;
const HIDDEN_MS = 30_000;
/** Without a token of its own a document lets an earlier one's events go first, at most so long. */
const ADOPT_MS = 2_000;
const MOST_EARLY = 50;
const SAVE_MS = 300;
/** A change of address and the shop's own word of it come within so long; our own choice. */
const TURN_MS = 500;

export class Visit {
  onRef: ((ref: string) => void) | undefined;
  onPrompt: OnPrompt | undefined;
  ref: string | undefined;
  cfg: Fields = {};
  readonly #setup: Setup;
  readonly #leftovers: Leftovers;
  readonly #device: Device;
  /** The page's present state, told again to a new stream of full consent: cart, goals under way. */
  readonly #standing = new Map<string, readonly [string, Fields]>();
  readonly #watch: Watch;
  readonly #prompts: Prompts;
  #said: ConsentClaim | undefined;
  #claim: ConsentClaim | undefined;
  #rev = -1;
  /** The server wants nothing of this document. */
  #stopped = false;
  #renewals = 0;
  #stream: Stream | undefined;
  #turn = 0;
  /** Events that wait for the page view they belong to; undefined once it is told. */
  #early: (readonly [string, Fields, number])[] | undefined = [];
  /** What reads the page does so, or was asked to. */
  #reads = false;
  #reading: Reading | undefined;
  /** To be run at every new view in the same document. */
  readonly #turns: (() => void)[] = [];
  /** Path and query of the present view. */
  #at = location.pathname + location.search;
  #unroute: (() => void) | undefined;
  #unTick: (() => void) | undefined;
  #unHide: (() => void) | undefined;
  #unSave: (() => void) | undefined;

  constructor(setup: Setup) {
    const { clock, safely, key, local, tab } = setup;
    this.#setup = setup;
    this.#leftovers = new Leftovers(tab, `tarry:${key}:rest`, clock);
    this.#device = new Device(local, `tarry:${key}`, clock, this.#leftovers);
    this.#prompts = new Prompts(clock, safely, () => setup.showing(this.#showingOwner()));
    const add = (name: string, fields: Fields, at?: number): void => this.add(name, fields, at);
    this.#watch = watching({ clock, safely, cfg: () => this.cfg, add });
  }

  /** The page has come up: settles what is allowed and starts. */
  begin(): void {
    const before = this.#device.read();
    // Saying yes again on every page does not make it a new yes.
    this.#said = this.#said?.state === "full" ? (before ?? this.#said) : (this.#said ?? before);
    this.#claim = this.#resolve();
    this.#enter();
  }

  /** The visitor's choice, as the page tells it; what it forbids ends and is wiped. */
  consent(state: Consent): void {
    this.#said = { state, src: "call", at: this.#setup.clock.wall() };
    if (this.#claim) this.#change(false);
  }

  /** Has everything about the visitor erased, here and at the server; consent is `none` from now on. */
  erase(done: () => void): void {
    this.#said = { state: "none", src: "erase", at: this.#setup.clock.wall() };
    this.#change(true, done);
  }

  /** Another visitor sits down, as after a logout: nothing links them to the one before. */
  reset(): void {
    this.#stream?.leave();
    this.#device.wipe();
    this.#renew();
  }

  /** A new page view in the same document; one that is just beginning is not begun again. */
  page(): void {
    const { pathname, search } = location;
    const at = pathname + search;
    if (!this.#stream || (at === this.#at && this.#watch.ageMs() < TURN_MS)) return;
    this.#at = at;
    this.#early ??= [];
    this.#watch.start(this.#watch.view() + 1);
    for (const turn of this.#turns) turn();
  }

  /** Keeps an event; before the page itself is told, it waits. */
  add(n: string, d: Fields, at = this.#setup.clock.now()): void {
    if (/^(cart$|goal_)/.test(n)) this.#stand(n, d);
    if (this.#off(n) || (n === "identify" && this.#claim && this.#claim.state !== "full")) return;
    if (this.#stream?.stale) {
      // Nothing would take it under the old name; the page itself is told anew.
      this.#renew();
      if (n.startsWith("page_")) return;
    }
    if (this.#early && n !== "page_view") {
      if (this.#early.length < MOST_EARLY) this.#early.push([n, d, at]);
      return;
    }
    this.#keep(n, d, at);
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const event of early) this.#keep(...event);
  }

  /** The document comes or goes. */
  life(what: Life): void {
    const stream = this.#stream;
    if (!stream) return;
    this.#unHide?.();
    if (what === "hidden") {
      this.#watch.hide(what);
      stream.flush();
      stream.beacon();
      this.#save();
      this.#unHide = this.#setup.clock.later(HIDDEN_MS, () => this.#sleep());
      return;
    }
    if (what === "pagehide" || what === "freeze") {
      this.#watch.hide(what);
      this.#prompts.showing?.withdraw();
      this.#sleep();
      this.#save();
      return;
    }
    if (what !== "online" && what !== "focus") {
      this.#watch.show(what);
      this.#tickOn();
    }
    stream.link.wake();
    this.#prompts.showing?.look();
  }

  /** Takes everything down, for good. */
  stop(): void {
    this.#stream?.link.end();
    this.#halt();
    this.#unSave?.();
    this.#unroute?.();
  }

  #change(erase: boolean, done: () => void = () => undefined): void {
    const was = this.#claim;
    const claim = this.#resolve();
    this.#claim = claim;
    if (was?.state === claim.state && !erase) {
      // The same state, but now perhaps in so many words, which is worth keeping.
      if (claim.state === "full") this.#device.enter(claim);
      return;
    }
    const old = this.#stream;
    this.#halt();
    const turn = this.#turn;
    // The stream that ends knows its token itself: what is forbidden can go at once.
    if (claim.state !== "full" && (erase || was?.state === "full")) this.#device.wipe();
    const go = (): void => {
      if (turn === this.#turn) this.#enter();
      done();
    };
    if (old) old.end(claim, erase, go);
    else go();
  }

  /** Stops feeding the stream there is; it may still be finishing. */
  #halt(): void {
    this.#turn++;
    this.#stream = undefined;
    this.#early = [];
    this.#watch.stop();
    this.#prompts.reset();
    this.#unTick?.();
    this.#unHide?.();
  }

  /** Begins anew under the state that holds. @param wait - before the first connection, in milliseconds. */
  #enter(wait = 0): void {
    const { clock } = this.#setup;
    const claim = this.#claim ?? this.#resolve();
    this.#device.enter(claim);
    if (claim.state === "none" || this.#stopped) {
      this.#early = [];
      return;
    }
    const turn = this.#turn;
    const stream = this.#newStream(claim);
    this.#stream = stream;
    // In tasks of their own, so that none is long enough to be felt.
    clock.later(wait, () => turn === this.#turn && this.#connect(stream));
    clock.later(0, () => {
      if (turn !== this.#turn) return;
      this.#watch.start(1, !!turn);
      this.#read();
    });
    if (this.#turn && claim.state === "full") for (const told of this.#standing.values()) this.#early?.push([...told, clock.now()]);
    this.#tickOn();
  }

  /** Goes on under a new name; what was not told under the old one is not told again. */
  #renew(): void {
    this.#stream?.link.end();
    this.#leftovers.drop(this.#stream?.sid);
    this.#halt();
    // A server that ends every stream at once is not hammered with new ones.
    this.#enter(backoff(this.#renewals++, this.#setup.clock.random()));
  }

  #newStream(claim: ConsentClaim): Stream {
    const { base, clock, safely } = this.#setup;
    const sid = streamId(crypto.getRandomValues(new Uint8Array(16)));
    const stream: Stream = new Stream(sid, this.#device.tok, {
      clock,
      beaconUrl: `${base}b`,
      safely,
      open: () => new WebSocket(`${base.replace(/^http/, "ws")}ws`, "tarry.1"),
      facts: () => this.#facts(claim),
      changed: () => this.#saveSoon(),
      token: (tok) => stream === this.#stream && this.#device.token(tok, claim.state === "full"),
      heard: (frame) => stream === this.#stream && this.#heard(frame),
      over: (how) => stream === this.#stream && this.#over(how),
    });
    return stream;
  }

  #connect(stream: Stream): void {
    const go = (): void => {
      if (stream === this.#stream && stream.link.phase === "IDLE") stream.link.start();
    };
    const rests = this.#claim?.state === "full" ? this.#leftovers.others(stream.sid) : [];
    if (!rests.length || this.#device.tok) go();
    else this.#setup.clock.later(ADOPT_MS, go);
    if (!rests.length) return;
    const heir: Heir = {
      url: `${this.#setup.base}b`,
      greetingFor: (rest) => stream.greetingFor(rest),
      same: () => stream === this.#stream,
      token: (tok) => {
        if (!this.#device.tok) this.#device.token((stream.tok = tok), true);
      },
      drop: (sid) => this.#leftovers.drop(sid),
    };
    this.#setup.adopt(rests, heir).then(this.#setup.safely(go), go);
  }

  #facts(consent: ConsentClaim): Facts {
    const { key, gpc, dnt } = this.#setup;
    const page = { v: 1, key, consent, gpc, dnt, page: pageFacts(), locale: pageLocale() } as const;
    return { ...page, caps: ["prompt"], held: this.#prompts.showing?.held ?? [], debug: this.#setup.debug };
  }

  #heard(frame: ServerFrame): void {
    const d = record(frame["d"]);
    if (frame.t === "welcome") {
      this.#rev = -1;
      this.#setCfg(record(frame["cfg"]));
      const { ref } = frame;
      if (typeof ref === "string" && ref !== this.ref) {
        this.ref = ref;
        this.onRef?.(ref);
      }
      this.#prompts.showing?.reconnected();
    } else if (frame.t === "dbg") this.#setup.onLine(frame, () => [this.#stream, this.#claim]);
    else if (frame["kind"] === "cfg") this.#setCfg(d);
    else if (frame.t === "grant" || /^(prompt|cart|reassure|cancel)$/.test(String(frame["kind"]))) this.#prompts.hear(frame);
  }

  #showingOwner(): ShowingOwner {
    const stream = this.#stream;
    return {
      clock: this.#setup.clock,
      send: (frame) => (stream === this.#stream && stream?.link.send(frame)) || false,
      ageMs: () => this.#watch.ageMs(),
      cfg: () => this.cfg,
      offer: (d, report) => this.onPrompt?.(d, report) === true,
    };
  }

  #setCfg(d: Fields | undefined): void {
    const at = Number(d?.["rev"] ?? this.#rev);
    if (!d || at < this.#rev) return;
    this.#rev = at;
    this.cfg = d;
    this.#name();
  }

  #over(how: Ending): void {
    if (how === "renew") return this.#renew();
    this.#halt();
    if ((this.#stopped = how === "stop")) return;
    this.#device.wipe();
    this.#claim = { state: "none", src: "erase", at: this.#setup.clock.wall() };
  }

  /** Has the page read, once a document; what is read while nothing is allowed goes nowhere. */
  #read(): void {
    if (this.#reads) return;
    this.#reads = true;
    const { clock, safely, reading } = this.#setup;
    const watch = this.#watch;
    this.#unroute = onRoute(() => this.page(), safely);
    const core = {
      // By the names the readers know: they are built apart, and nothing of theirs is shortened.
      ["tell"]: (name: string, fields: Fields) => (name === "view_item" ? watch.item(fields) : this.add(name, fields)),
      ["later"]: clock.later,
      ["now"]: clock.now,
      ["currency"]: () => this.cfg["currency"],
      ["safely"]: safely,
      ["onTurn"]: (work: () => void) => void this.#turns.push(work),
    };
    reading(
      core,
      safely((it, done) => {
        this.#reading = it;
        this.#name();
        watch.reading(it?.kind, !!done);
      }),
    );
  }

  #name(): void {
    this.#reading?.name(list(this.cfg["adapters"]));
  }

  #keep(n: string, d: Fields, at: number): void {
    this.#stream?.add({ n, v: Math.max(1, this.#watch.view()), d, at });
  }

  #off(n: string): boolean {
    const off = this.cfg["classes_off"];
    return this.#claim?.state === "none" || list(off).includes(n);
  }

  #stand(n: string, d: Fields): void {
    const key = n === "cart" ? n : `goal ${String(d["goal"])}`;
    if (n === "goal_complete") this.#standing.delete(key);
    else this.#standing.set(key, [n, d]);
  }

  #saveSoon(): void {
    if (this.#claim?.state === "full") this.#unSave ??= this.#setup.clock.later(SAVE_MS, () => this.#save());
  }

  #save(): void {
    this.#unSave?.();
    this.#unSave = undefined;
    const stream = this.#stream;
    if (!stream || this.#claim?.state !== "full") return;
    this.#leftovers.save(stream.sid, stream.outbox.hi, stream.outbox.piece(REST_BYTES));
  }

  #sleep(): void {
    this.#stream?.leave();
    this.#unTick?.();
  }

  #resolve(): ConsentClaim {
    const { fallback, gpc, clock } = this.#setup;
    return resolveConsent(this.#said, fallback, gpc, clock.wall());
  }

  #tickOn(): void {
    this.#unTick?.();
    this.#unTick = this.#setup.clock.later(TICK_MS, () => {
      this.#tickOn();
      this.#watch.tick();
      this.#stream?.tick();
    });
  }
}
