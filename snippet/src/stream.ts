/** One stream: the events of one document under one name, by socket where there is one, by beacon where there is none. */

import { type Answer, type Ending, isEnding } from "./answers";
import { beaconBody, post, postBlind } from "./beacon";
import type { Clock } from "./clock";
import type { ConsentClaim } from "./consent";
import type { Safely } from "./guard";
import type { Rest } from "./leftovers";
import { Link, type Socket } from "./link";
import { Outbox, type Piece, type ShopEvent } from "./outbox";
import { BEACON_BYTES, classOf, type Greeting, type ServerFrame } from "./wire";

/** What changes from one greeting to the next, besides the stream's own names and numbers. */
export type Facts = Omit<Greeting, "sid" | "tok" | "first" | "last" | "acked" | "ep" | "ps" | "now" | "mono">;

export interface StreamOwner {
  readonly clock: Clock;
  readonly safely: Safely;
  readonly open: () => Socket;
  readonly beaconUrl: string;
  readonly facts: () => Facts;
  /** The unacknowledged events changed. */
  readonly changed: () => void;
  /** The server gave a token, or, empty, took it back. */
  readonly token: (tok: string) => void;
  /** A frame that is none of the stream's own business; `welcome` among them, once the stream has used it. */
  readonly heard: (frame: ServerFrame) => void;
  /** The stream is over; it sends nothing more. */
  readonly over: (how: Ending) => void;
}

/** Events wait so long for company, so that what belongs together travels together. */
const GATHER_MS = 30;
const NO_SOCKET_MS = 5_000;
const MOST_POST_WAIT_MS = 60_000;
const VIEW_SHED_MS = 5_000;
/** No more than this apart may frames be asked to go: a longer time is a mistake, and would lose the page. */
const MOST_GAP_MS = 60_000;
/** The server has closed a stream silent for so long; what is told under its name would be in vain. */
const STREAM_MS = 12 * 3600 * 1000;
const CONSENT_WAIT_MS = 1_000;
const ERASE_WAIT_MS = 5_000;

export class Stream {
  readonly sid: string;
  readonly outbox = new Outbox();
  readonly link: Link;
  ps = 0;
  tok: string | undefined;
  readonly #owner: StreamOwner;
  #ep: string | undefined;
  #corrupt = false;
  #gapMs = 0;
  #evAt = -Infinity;
  #gathering: (() => void) | undefined;
  #drop: readonly unknown[] = [];
  #viewAt = -Infinity;
  #upAt: number;
  /** When the server last took something of this stream, in milliseconds since 1970. */
  #ackedAt = Infinity;
  #postWait = NO_SOCKET_MS;
  #posting = false;
  #met: (() => void) | undefined;
  #drained: (() => void) | undefined;
  #ending: (() => void) | undefined;

  constructor(sid: string, tok: string | undefined, owner: StreamOwner) {
    this.sid = sid;
    this.tok = tok;
    this.#owner = owner;
    this.#upAt = owner.clock.now();
    this.link = new Link(owner.clock, {
      safely: owner.safely,
      open: owner.open,
      hello: () => ({ t: "hello", ...this.#greeting() }),
      heard: (frame) => this.#heard(frame),
      closed: (answer) => this.#closed(answer),
    });
  }

  /** Silent for so long that the server has closed it. */
  get stale(): boolean {
    return this.#owner.clock.wall() - this.#ackedAt > STREAM_MS;
  }

  /** Keeps an event and sends it soon; classes the server asked us not to send take no number. */
  add(event: ShopEvent): void {
    if (this.#shed(event) || !this.outbox.keep(event)) return;
    this.#owner.changed();
    this.#gathering ??= this.#owner.clock.later(classOf(event.n) === "keep" ? 0 : GATHER_MS, () => this.flush());
  }

  /** Sends everything that may be sent now. */
  flush(): void {
    this.#gathering?.();
    this.#gathering = undefined;
    const { clock } = this.#owner;
    const wait = this.#evAt + this.#gapMs - clock.now();
    if (wait > 0) {
      this.#gathering = clock.later(wait, () => this.flush());
      return;
    }
    if (!this.link.up) return;
    for (let frame = this.outbox.next(clock.now()); frame; frame = this.outbox.next(clock.now())) {
      if (!this.link.send(frame)) return;
      if (frame.t === "ev") this.#evAt = clock.now();
      if (this.#gapMs) return void this.flush();
    }
  }

  /** Posts what is unacknowledged, without waiting for an answer. */
  beacon(): void {
    const piece = this.#piece();
    if (piece) postBlind(this.#owner.beaconUrl, beaconBody(this.#greeting(), piece));
  }

  /** Leaves as a page does that may never come back. */
  leave(): void {
    this.flush();
    this.beacon();
    this.link.send({ t: "bye" });
    this.link.close();
  }

  /** To be called about once a second. */
  tick(): void {
    this.link.tick();
    const now = this.#owner.clock.now();
    if (this.link.up) {
      this.#upAt = now;
      this.#postWait = NO_SOCKET_MS;
    } else if (now - this.#upAt >= this.#postWait && !/IDLE|OFF/.test(this.link.phase)) void this.#postNow().catch(() => undefined);
  }

  /**
   * Tells of a change of consent, waits a moment for what is outstanding, closes, and calls `done`. What was allowed
   * when it happened and has not arrived by then is posted, unless nothing is allowed any more. Erasing is worth a
   * longer wait: for a socket, if there is none, and for the server to close it.
   */
  end(claim: ConsentClaim, erase: boolean, done: () => void): void {
    this.flush();
    const say = (): boolean => this.link.send({ t: "consent", ...claim, erase: erase || undefined });
    const sent = say();
    if (!sent && erase) {
      this.#met = say;
      this.link.start();
    }
    const wait = sent ? CONSENT_WAIT_MS : erase ? ERASE_WAIT_MS : 0;
    const stop = this.#owner.clock.later(wait, () => this.#ending?.());
    this.#ending = () => {
      stop();
      this.#ending = undefined;
      if (claim.state !== "none") this.beacon();
      this.link.end();
      done();
    };
    if (!erase) this.#drained = this.#ending;
    if (sent) this.#checkDrained();
  }

  /** The greeting under which another document's rest is posted. */
  greetingFor({ sid, acked, s: first, events }: Rest): Greeting {
    return { ...this.#greeting(), sid, first, last: first + events.length - 1, acked };
  }

  #greeting(): Greeting {
    const { clock, facts } = this.#owner;
    const { first, last, hi } = this.outbox;
    const held = first <= last ? { first, last } : { first: 1, last: 0 };
    const times = { now: clock.wall(), mono: clock.now() };
    return { ...facts(), tok: this.tok, sid: this.sid, ...held, acked: hi, ep: this.#ep, ps: this.ps, ...times };
  }

  #piece(): Piece | undefined {
    const piece = this.outbox.piece(BEACON_BYTES);
    return piece.events.length || piece.skip.length ? piece : undefined;
  }

  #shed({ n, at }: ShopEvent): boolean {
    const kind = classOf(n);
    if (kind === "keep" || !this.#drop.includes(kind)) return false;
    if (kind === "low" || at - this.#viewAt < VIEW_SHED_MS) return true;
    this.#viewAt = at;
    return false;
  }

  #heard(frame: ServerFrame): void {
    const { hi, need, win, gap_ms: gap, drop, ps } = frame as Readonly<Record<string, unknown>>;
    if (Number(ps) > this.ps) this.ps = Number(ps);
    if (Number(win) >= 1) this.outbox.win = Number(win);
    if (Number(gap) >= 0) this.#gapMs = Math.min(Number(gap), MOST_GAP_MS);
    if (Array.isArray(drop)) this.#drop = drop;
    if (frame.t === "welcome") this.#welcome(frame, Number(hi));
    else if (frame.t === "ack") this.#heardOf(Number(hi));
    else if (frame.t === "nack") this.outbox.nack(Number(need));
    if (this.link.phase === "OFF") return;
    if (!/ack|hb|flow/.test(frame.t)) this.#owner.heard(frame);
    if (frame.t === "welcome") this.#met?.();
    this.flush();
    this.#checkDrained();
  }

  #welcome({ ep, tok }: ServerFrame, hi: number): void {
    this.#meet(ep, tok);
    // What an earlier connection was asked holds no longer.
    this.#gapMs = 0;
    this.#drop = [];
    const known = this.outbox.resume(hi, this.#corrupt);
    this.#corrupt = false;
    this.#owner.changed();
    if (!known) this.#finish("renew");
  }

  /** The server says who it is and who we are. @returns whether its store is another one than before. */
  #meet(ep: unknown, tok: unknown): boolean {
    const other = typeof ep === "string" && ep !== this.#ep;
    if (other) {
      this.#ep = ep;
      this.ps = 0; // Another store numbers its pushes anew.
    }
    if (typeof tok === "string") this.#token(tok);
    return other;
  }

  #token(tok: string): void {
    this.tok = tok || undefined;
    this.#owner.token(tok);
  }

  #closed(answer: Answer): void {
    if (answer === "corrupt") this.#corrupt = true;
    if (answer === "token") this.#token("");
    if (isEnding(answer)) this.#finish(answer);
    else if (!this.#met) this.#ending?.();
  }

  #finish(how: Ending): void {
    this.link.end();
    if (this.#ending) this.#ending();
    else this.#owner.over(how);
  }

  #checkDrained(): void {
    if (this.outbox.empty) this.#drained?.();
  }

  async #postNow(): Promise<void> {
    const piece = this.#piece();
    if (!piece || this.#posting) return;
    this.#posting = true;
    const answer = await post(this.#owner.beaconUrl, beaconBody(this.#greeting(), piece, 1));
    this.#posting = false;
    this.#upAt = this.#owner.clock.now();
    this.#postWait = answer.status === 200 ? NO_SOCKET_MS : Math.min(this.#postWait * 2, MOST_POST_WAIT_MS);
    // A socket that came up meanwhile knows better.
    if (this.link.up || this.link.phase === "OFF") return;
    if (answer.status === 410) return this.#finish("wipe");
    if (answer.status !== 200) return;
    const other = this.#meet(answer.ep, answer.tok);
    const hi = Number(answer.ack);
    // Another store may know less, and is told again, or more, and then it knows somebody else under this name.
    if (other && !this.outbox.resume(hi)) return this.#finish("renew");
    this.#heardOf(hi);
    this.link.answered();
  }

  /** Everything up to `hi` is durable at the server. */
  #heardOf(hi: number): void {
    this.#ackedAt = this.#owner.clock.wall();
    this.outbox.ack(hi);
    this.#owner.changed();
  }
}
