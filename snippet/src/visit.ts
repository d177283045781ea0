/** One document's visit: what is allowed, the stream that follows from it, and everything that feeds or hears it. */

import type { Ending } from "./answers";
import { backoff } from "./backoff";
import { beaconBody, post, type Posted } from "./beacon";
import type { Clock } from "./clock";
import { type Consent, type ConsentClaim, resolveConsent } from "./consent";
import type { Look } from "./debug/overlay";
import { Device } from "./device";
import type { Safely } from "./guard";
import { streamId } from "./identity";
import { Leftovers, type Rest, REST_BYTES } from "./leftovers";
import type { Keep } from "./lib/keep";
import { list } from "./lib/list";
import { record } from "./lib/record";
import type { Life } from "./observers/life";
import type { PromptData, PromptHost } from "./prompt";
import { Prompts } from "./prompts";
import { fromGa4 } from "./readers/commerce";
import { readDataLayer } from "./readers/datalayer";
import type { Showing, ShowingOwner } from "./showing";
import { type Facts, Stream } from "./stream";
import { pageFacts, pageLocale, Watch } from "./watch";
import type { Fields, ServerFrame } from "./wire";

export interface Setup {
  readonly key: string;
  /** Where the server's files are, ending in `/`. */
  readonly base: string;
  readonly fallback: Consent;
  readonly gpc: boolean;
  readonly dnt: boolean;
  readonly clock: Clock;
  readonly safely: Safely;
  readonly local: Keep;
  readonly tab: Keep;
  /** Fetches what deals with prompts; asked for when the first one comes. */
  readonly showing: (owner: ShowingOwner) => Promise<Showing>;
  /** The owner's token in the page's address, which asks to see what the server makes of this visit. */
  readonly debug: string | undefined;
  /** Told a line of the server's log, which comes when the server has found the token good. */
  readonly onLine: (line: ServerFrame, look: Look) => void;
}

export type OnPrompt = (d: PromptData, report: PromptHost["report"]) => unknown;

const TICK_MS = 1_000;
const HIDDEN_MS = 30_000;
/** Without a token of its own a document lets an earlier one's events go first, at most so long. */
const ADOPT_MS = 2_000;
const MOST_EARLY = 50;
const SAVE_MS = 300;

export class Visit {
  onRef: ((ref: string) => void) | undefined;
  onPrompt: OnPrompt | undefined;
  ref: string | undefined;
  cfg: Fields = {};
  readonly #setup: Setup;
  readonly #leftovers: Leftovers;
  readonly #device: Device;
  readonly #told = new Set<string>();
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
  #layer: ReturnType<typeof readDataLayer> | undefined;
  #unTick: (() => void) | undefined;
  #unHide: (() => void) | undefined;
  #unSave: (() => void) | undefined;

  constructor(setup: Setup) {
    const { clock, safely, key, local, tab } = setup;
    this.#setup = setup;
    this.#leftovers = new Leftovers(tab, `tarry:${key}:rest`, clock);
    this.#device = new Device(local, `tarry:${key}`, clock, this.#leftovers);
    this.#prompts = new Prompts(clock, safely, () => setup.showing(this.#showingOwner()));
    const add = (name: string, fields: Fields): void => this.add(name, fields);
    this.#watch = new Watch({ clock, safely, cfg: () => this.cfg, told: this.#told, add });
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

  /** A new page view in the same document. */
  page(): void {
    if (this.#stream) this.#watch.start(this.#watch.view + 1);
  }

  /** Keeps an event; before the page itself is told, it waits. */
  add(n: string, d: Fields): void {
    const { clock } = this.#setup;
    if (/^(cart$|goal_)/.test(n)) this.#stand(n, d);
    if (this.#off(n) || (n === "identify" && this.#claim && this.#claim.state !== "full")) return;
    if (this.#stream?.stale) {
      // Nothing would take it under the old name; the page itself is told anew.
      this.#renew();
      if (n.startsWith("page_")) return;
    }
    if (this.#early && n !== "page_view") {
      if (this.#early.length < MOST_EARLY) this.#early.push([n, d, clock.now()]);
      return;
    }
    this.#keep(n, d, clock.now());
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
    this.#layer?.stop();
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
    const { safely, clock } = this.#setup;
    const claim = this.#claim ?? this.#resolve();
    this.#device.enter(claim);
    if (claim.state === "none" || this.#stopped) {
      this.#early = [];
      return;
    }
    this.#layer ??= readDataLayer(window as object, (name, body) => this.#layered(name, body), safely);
    const turn = this.#turn;
    const stream = this.#newStream(claim);
    this.#stream = stream;
    // In tasks of their own, so that none is long enough to be felt.
    clock.later(wait, () => turn === this.#turn && this.#connect(stream));
    clock.later(0, () => turn === this.#turn && this.#watch.start(1));
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
    if (rests.length) void this.#adopt(stream, rests).then(this.#setup.safely(go), () => undefined);
  }

  /** Posts what earlier documents of this tab left, under their own names. */
  async #adopt(stream: Stream, rests: readonly Rest[]): Promise<void> {
    const told = (rest: Rest): Promise<Posted> => post(`${this.#setup.base}b`, beaconBody(stream.greetingFor(rest), rest, 1));
    for (const rest of rests) {
      let answer = await told(rest);
      const hi = Number(answer.ack);
      // The store went back in time, and what came before is nowhere any more: it is stated as lost.
      if (hi < rest.acked) answer = await told({ ...rest, acked: hi, skip: [{ from: hi + 1, to: rest.s - 1, why: "overflow" }] });
      const { status, ack, tok } = answer;
      if (stream !== this.#stream) return;
      if (typeof tok === "string" && !this.#device.tok) this.#device.token((stream.tok = tok), true);
      const arrived = Number(ack) >= rest.s + rest.events.length - 1;
      if (arrived || [400, 403, 410, 413].includes(status)) this.#leftovers.drop(rest.sid);
    }
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
      ageMs: () => this.#watch.ageMs,
      cfg: () => this.cfg,
      offer: (d, report) => this.onPrompt?.(d, report) === true,
    };
  }

  #setCfg(d: Fields | undefined): void {
    const at = Number(d?.["rev"] ?? this.#rev);
    if (!d || at < this.#rev) return;
    this.#rev = at;
    this.cfg = d;
  }

  #over(how: Ending): void {
    if (how === "renew") return this.#renew();
    this.#halt();
    this.#layer?.stop();
    this.#layer = undefined;
    if ((this.#stopped = how === "stop")) return;
    this.#device.wipe();
    this.#claim = { state: "none", src: "erase", at: this.#setup.clock.wall() };
  }

  #layered(name: string, body: Fields): void {
    this.#told.add(name);
    const money = this.cfg["currency"];
    for (const [n, d] of fromGa4(name, body, money)) {
      if (n === "view_item") this.#viewed(d);
      else this.add(n, d);
    }
  }

  /** The data layer names a product: of use where the page's own markup names none. */
  #viewed(item: Fields): void {
    if (this.#watch.view) this.#watch.item(item);
    else this.#setup.clock.later(TICK_MS, () => this.#watch.item(item));
  }

  #keep(n: string, d: Fields, at: number): void {
    this.#stream?.add({ n, v: Math.max(1, this.#watch.view), d, at });
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
      this.#layer?.sweep();
      this.#watch.tick();
      this.#stream?.tick();
    });
  }
}
