/** One stream: the events of one document under one name, by socket where there is one, by beacon where there is none. */

import { type Answer, type Ending, isEnding } from "./answers";
import { beaconBody, post, postBlind } from "./beacon";
import type { Clock } from "./clock";
import type { ConsentClaim } from "./consent";
import type { Safely } from "./guard";
import { newLink, type Socket } from "./link";
import { newOutbox, type Piece, type ShopEvent } from "./outbox";
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

export const newStream = (sid: string, tok: string | undefined, owner: StreamOwner) => {
  const { clock } = owner;
  const outbox = newOutbox();
  const self = { sid, outbox, ps: 0, tok };
  let epoch: string | undefined;
  let corrupt = false;
  let gapMs = 0;
  let evAt = -Infinity;
  let gathering: (() => void) | undefined;
  let dropped: readonly unknown[] = [];
  let viewAt = -Infinity;
  let upAt = clock.now();
  /** When the server last took something of this stream, in milliseconds since 1970. */
  let ackedAt = Infinity;
  let postWait = NO_SOCKET_MS;
  let met: (() => void) | undefined;
  let drained: (() => void) | undefined;
  let ending: (() => void) | undefined;

  /** Silent for so long that the server has closed it. */
  const stale = (): boolean => clock.wall() - ackedAt > STREAM_MS;

  /** Keeps an event and sends it soon; classes the server asked us not to send take no number. */
  const add = (event: ShopEvent): void => {
    if (shed(event) || !outbox.keep(event)) return;
    owner.changed();
    gathering ??= clock.later(classOf(event.n) === "keep" ? 0 : GATHER_MS, flush);
  };

  /** Sends everything that may be sent now. */
  const flush = (): void => {
    gathering?.();
    gathering = undefined;
    const wait = evAt + gapMs - clock.now();
    if (wait > 0) {
      gathering = clock.later(wait, flush);
      return;
    }
    if (!link.up()) return;
    for (let frame = outbox.next(clock.now()); frame; frame = outbox.next(clock.now())) {
      if (!link.send(frame)) return;
      if (frame.t === "ev") evAt = clock.now();
      if (gapMs) return void flush();
    }
  };

  /** Posts what is unacknowledged, without waiting for an answer. */
  const beacon = (): void => {
    const piece = unheard();
    if (piece) postBlind(owner.beaconUrl, beaconBody(greeting(), piece));
  };

  /** Leaves as a page does that may never come back. */
  const leave = (): void => {
    flush();
    beacon();
    link.send({ t: "bye" });
    link.close();
  };

  /** To be called about once a second. */
  const tick = (): void => {
    link.tick();
    const now = clock.now();
    if (link.up()) {
      upAt = now;
      postWait = NO_SOCKET_MS;
    } else if (now - upAt >= postWait && !/IDLE|OFF/.test(link.phase)) void postNow().catch(() => undefined);
  };

  /**
   * Tells of a change of consent, waits a moment for what is outstanding, closes, and calls `done`. What was allowed
   * when it happened and has not arrived by then is posted, unless nothing is allowed any more. Erasing is worth a
   * longer wait: for a socket, if there is none, and for the server to close it.
   */
  const end = (claim: ConsentClaim, erase: boolean, done: () => void): void => {
    flush();
    const say = (): boolean => link.send({ t: "consent", ...claim, erase: erase || undefined });
    const sent = say();
    if (!sent && erase) {
      met = say;
      link.start();
    }
    const wait = sent ? CONSENT_WAIT_MS : erase ? ERASE_WAIT_MS : 0;
    const stop = clock.later(wait, () => ending?.());
    ending = () => {
      stop();
      ending = undefined;
      if (claim.state !== "none") beacon();
      link.end();
      done();
    };
    if (!erase) drained = ending;
    if (sent) checkDrained();
  };

  const greeting = (): Greeting => {
    const { last, hi } = outbox;
    const first = outbox.first();
    const some = first <= last;
    return {
      ...owner.facts(),
      tok: self.tok,
      sid,
      first: some ? first : 1,
      last: some ? last : 0,
      acked: hi,
      ep: epoch,
      ps: self.ps,
      now: clock.wall(),
      mono: clock.now(),
    };
  };

  const unheard = (): Piece | undefined => {
    const piece = outbox.piece(BEACON_BYTES);
    return piece.events.length || piece.skip.length ? piece : undefined;
  };

  const shed = ({ n, at }: ShopEvent): boolean => {
    const kind = classOf(n);
    if (kind === "keep" || !dropped.includes(kind)) return false;
    if (kind === "low" || at - viewAt < VIEW_SHED_MS) return true;
    viewAt = at;
    return false;
  };

  const heard = (frame: ServerFrame): void => {
    const { hi, need, win, gap_ms: gap, drop, ps } = frame as Readonly<Record<string, unknown>>;
    if (Number(ps) > self.ps) self.ps = Number(ps);
    if (Number(win) >= 1) outbox.win = Number(win);
    gapMs = Math.min(Number(gap ?? gapMs), MOST_GAP_MS) || 0;
    if (Array.isArray(drop)) dropped = drop;
    if (frame.t === "welcome") welcome(frame, Number(hi));
    else if (frame.t === "ack") heardOf(Number(hi));
    else if (frame.t === "nack") outbox.nack(Number(need));
    if (link.phase === "OFF") return;
    if (!/ack|hb|flow/.test(frame.t)) owner.heard(frame);
    if (frame.t === "welcome") met?.();
    flush();
    checkDrained();
  };

  const welcome = ({ ep, tok }: ServerFrame, hi: number): void => {
    meet(ep, tok);
    // What an earlier connection was asked holds no longer.
    gapMs = 0;
    dropped = [];
    const known = outbox.resume(hi, corrupt);
    corrupt = false;
    owner.changed();
    if (!known) finish("renew");
  };

  /** The server says who it is and who we are. @returns whether its store is another one than before. */
  const meet = (ep: unknown, tok: unknown): boolean => {
    const other = typeof ep === "string" && ep !== epoch;
    if (other) {
      epoch = ep;
      self.ps = 0; // Another store numbers its pushes anew.
    }
    if (typeof tok === "string") token(tok);
    return other;
  };

  const token = (tok: string): void => {
    self.tok = tok || undefined;
    owner.token(tok);
  };

  const closed = (answer: Answer): void => {
    if (answer === "corrupt") corrupt = true;
    if (answer === "token") token("");
    if (isEnding(answer)) finish(answer);
    else if (!met) ending?.();
  };

  const finish = (how: Ending): void => {
    link.end();
    if (ending) ending();
    else owner.over(how);
  };

  const checkDrained = (): void => {
    if (outbox.empty()) drained?.();
  };

  const postNow = async (): Promise<void> => {
    const piece = unheard();
    if (!piece) return;
    upAt = Infinity; // One at a time.
    const answer = await post(owner.beaconUrl, beaconBody(greeting(), piece, 1));
    upAt = clock.now();
    postWait = answer.status === 200 ? NO_SOCKET_MS : Math.min(postWait * 2, MOST_POST_WAIT_MS);
    // A socket that came up meanwhile knows better.
    if (link.up() || link.phase === "OFF") return;
    if (answer.status === 410) return finish("wipe");
    if (answer.status !== 200) return;
    const other = meet(answer.ep, answer.tok);
    const hi = Number(answer.ack);
    // Another store may know less, and is told again, or more, and then it knows somebody else under this name.
    if (other && !outbox.resume(hi)) return finish("renew");
    heardOf(hi);
    link.answered();
  };

  /** Everything up to `hi` is durable at the server. */
  const heardOf = (hi: number): void => {
    ackedAt = clock.wall();
    outbox.ack(hi);
    owner.changed();
  };

  const link = newLink(clock, {
    safely: owner.safely,
    open: owner.open,
    hello: () => ({ t: "hello", ...greeting() }),
    heard,
    closed,
  });
  return Object.assign(self, { link, stale, add, flush, beacon, leave, tick, end, greeting });
};

export type Stream = ReturnType<typeof newStream>;
