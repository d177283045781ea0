/** One stream: the events of one document under one name, by socket where there is one, by beacon where there is none. */

import { beaconBody, post, postBlind } from "./beacon";
import type { Clock } from "./clock";
import type { ConsentClaim } from "./consent";
import type { Safely } from "./guard";
import { Link, type Socket } from "./link";
import { Outbox, type Piece, type ShopEvent } from "./outbox";
import { BEACON_BYTES, classOf, type Greeting, type ServerFrame } from "./wire";

/** What changes from one greeting to the next, besides the stream's own numbers. */
export type Facts = Omit<Greeting, "sid" | "first" | "last" | "acked" | "ep" | "ps" | "now" | "mono">;

export interface StreamOwner {
  readonly clock: Clock;
  readonly safely: Safely;
  readonly open: () => Socket;
  readonly beaconUrl: string;
  readonly facts: () => Facts;
  /** The unacknowledged events changed. */
  readonly changed: () => void;
  readonly token: (tok: string) => void;
  /** A frame that is none of the stream's own business; `welcome` among them, once the stream has used it. */
  readonly heard: (frame: ServerFrame) => void;
  /** The stream is over: `renew` asks for a new one. */
  readonly over: (code: number, renew: boolean) => void;
}

/** Events wait so long for company, so that what belongs together travels together. */
const GATHER_MS = 30;
const NO_SOCKET_MS = 5_000;
const MOST_POST_WAIT_MS = 60_000;
const VIEW_SHED_MS = 5_000;
const CONSENT_WAIT_MS = 1_000;
const ERASE_WAIT_MS = 5_000;

export class Stream {
  readonly sid: string;
  readonly outbox = new Outbox();
  readonly link: Link;
  ps = 0;
  readonly #owner: StreamOwner;
  #ep: string | undefined;
  #corrupt = false;
  #gapMs = 0;
  #evAt = -Infinity;
  #gathering: (() => void) | undefined;
  #drop: readonly unknown[] = [];
  #viewAt = -Infinity;
  #upAt: number;
  #postWait = NO_SOCKET_MS;
  #posting = false;
  #met: (() => void) | undefined;
  #drained: (() => void) | undefined;
  #ending: (() => void) | undefined;

  constructor(sid: string, owner: StreamOwner) {
    this.sid = sid;
    this.#owner = owner;
    this.#upAt = owner.clock.now();
    this.link = new Link(owner.clock, {
      safely: owner.safely,
      open: owner.open,
      hello: () => ({ t: "hello", ...this.#greeting() }),
      heard: (frame) => this.#heard(frame),
      closed: (code, stop) => this.#closed(code, stop),
    });
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
    if (piece) postBlind(this.#owner.beaconUrl, beaconBody(this.#greeting(), piece, false));
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
   * Tells of a change of consent, waits a moment for what is outstanding, closes, and calls `done`. Erasing is worth
   * a longer wait: for a socket, if there is none, and for the server to close it.
   */
  end(claim: ConsentClaim, erase: boolean, done: () => void): void {
    this.flush();
    const say = (): boolean => this.link.send({ t: "consent", ...claim, ...(erase && { erase }) });
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
      this.link.end();
      done();
    };
    if (!erase) this.#drained = this.#ending;
    if (sent) this.#checkDrained();
  }

  /** The greeting under which another document's rest is posted. */
  greetingFor(sid: string, acked: number, piece: Piece): Greeting {
    const held = piece.events.length;
    const numbers = { first: held ? piece.s : 1, last: held ? piece.s + held - 1 : 0, acked };
    return { ...this.#greeting(), sid, ...numbers, ep: undefined, ps: 0, held: [] };
  }

  #greeting(): Greeting {
    const { clock, facts } = this.#owner;
    const { first, last, acked } = this.outbox;
    const held = first <= last ? { first, last } : { first: 1, last: 0 };
    const times = { now: clock.wall(), mono: clock.now() };
    return { ...facts(), sid: this.sid, ...held, acked, ep: this.#ep, ps: this.ps, ...times };
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
    if (typeof ps === "number" && ps > this.ps) this.ps = ps;
    if (typeof win === "number" && win >= 1) this.outbox.win = win;
    if (typeof gap === "number" && gap >= 0) this.#gapMs = gap;
    if (Array.isArray(drop)) this.#drop = drop;
    if (frame.t === "welcome") this.#welcome(frame, Number(hi));
    else if (frame.t === "ack") this.outbox.ack(Number(hi));
    else if (frame.t === "nack") this.outbox.nack(Number(need));
    if (this.link.phase === "OFF") return;
    if (/welcome|ack/.test(frame.t)) this.#owner.changed();
    if (!/ack|hb|flow/.test(frame.t)) this.#owner.heard(frame);
    if (frame.t === "welcome") this.#met?.();
    this.flush();
    this.#checkDrained();
  }

  #welcome({ ep, tok }: ServerFrame, hi: number): void {
    this.#meet(ep, tok);
    const known = this.outbox.resume(hi, this.#corrupt);
    this.#corrupt = false;
    if (known) return;
    this.link.end();
    this.#owner.over(4011, true);
  }

  /** The server says who it is and who we are. */
  #meet(ep: unknown, tok: unknown): void {
    if (typeof ep === "string") this.#ep = ep;
    if (typeof tok === "string") this.#owner.token(tok);
  }

  #closed(code: number, stop: boolean): void {
    if (code === 1008 || code === 1009) this.#corrupt = true;
    if (code === 4004) this.#owner.token("");
    if (this.#ending && (stop || !this.#met)) this.#ending();
    else if (stop) this.#owner.over(code, code === 4011);
  }

  #checkDrained(): void {
    if (this.outbox.empty) this.#drained?.();
  }

  async #postNow(): Promise<void> {
    const piece = this.#piece();
    if (!piece || this.#posting) return;
    this.#posting = true;
    const { status, ack, ep, tok } = await post(this.#owner.beaconUrl, beaconBody(this.#greeting(), piece, true));
    this.#posting = false;
    this.#upAt = this.#owner.clock.now();
    this.#postWait = status === 200 ? NO_SOCKET_MS : Math.min(this.#postWait * 2, MOST_POST_WAIT_MS);
    if (this.link.phase === "OFF" || !status) return;
    this.#meet(ep, tok);
    this.outbox.ack(Number(ack));
    this.#owner.changed();
    if (status === 410) this.#owner.over(4010, false);
    else this.link.answered();
  }
}
