/** The life of one stream's socket: connecting, greeting, being live, suspecting, waiting, giving up. */

import { type Answer, answerTo, isEnding } from "./answers";
import { backoff } from "./backoff";
import type { Clock } from "./clock";
import type { Safely } from "./guard";
import { type ClientFrame, readFrame, type ServerFrame } from "./wire";

export type Phase =
  | "IDLE"
  | "CONNECTING"
  | "HELLO"
  | "LIVE"
  | "SUSPECT"
  | "BACKOFF"
  | "DRAIN"
  | "BEACON_ONLY"
  | "OFF";

/** As much of a WebSocket as a link needs. */
export interface Socket {
  readonly readyState: number;
  readonly send: (text: string) => void;
  readonly close: (code: number) => void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
}

/** What a link asks of its owner and tells it. */
export interface LinkOwner {
  /** Wraps what the browser calls. */
  readonly safely: Safely;
  readonly open: () => Socket;
  readonly hello: () => ClientFrame;
  readonly heard: (frame: ServerFrame) => void;
  /** The connection was lost; on `renew`, `wipe` and `stop` the link is off for good. */
  readonly closed: (answer: Answer) => void;
}

/** Longer than this no connection stays in a phase that is only on the way. */
const PASSING_MS: { readonly [phase in Phase]?: number } = { CONNECTING: 8_000, HELLO: 8_000, SUSPECT: 5_000, DRAIN: 15_000 };
/** On waking, a connection silent for longer than this is doubted. */
const STALE_MS = 40_000;
const SILENT_EXTRA_MS = 10_000;
/** Live for so long, a connection counts as good and the next wait is short again. */
const SETTLED_MS = 30_000;
/** A visible or online page may cut a wait short once in this time. */
const SHORTEN_MS = 60_000;
const BEACON_ONLY_MS = 300_000;
/** Added to the wait after a close that says we were too much; our own choice. */
const PENANCE_MS = 5_000;
const PENANCE_ATTEMPT = 6;
const MOST_UPGRADES = 3;
/** Longer than this no server keeps us away; a timer that is set too far ahead would go off at once. */
const MOST_RETRY_MS = 3_600_000;

export class Link {
  phase: Phase = "IDLE";
  /** The server has welcomed this stream at least once. */
  met = false;
  hbMs = 20_000;
  readonly #clock: Clock;
  readonly #owner: LinkOwner;
  /** Events of sockets of older generations are ignored: a socket may close long after it was given up. */
  #generation = 0;
  #socket: Socket | undefined;
  #attempt = 0;
  #since = 0;
  #heardAt = 0;
  /** The same in milliseconds since 1970: while a device sleeps, its document's own clock may stand still. */
  #heardWall = 0;
  #sentAt = 0;
  #beats = 0;
  #retryMs = 0;
  /** The server wants us back no sooner; nothing cuts such a wait short. */
  #notBefore = 0;
  #unwait: (() => void) | undefined;
  #shortenedAt = -SHORTEN_MS;
  #refused = false;
  #posted = false;
  #upgrades = 0;

  constructor(clock: Clock, owner: LinkOwner) {
    this.#clock = clock;
    this.#owner = owner;
  }

  /** Events may be sent. */
  get up(): boolean {
    return /LIVE|SUSPECT/.test(this.phase);
  }

  /** Connects, unless it is connected, on the way, or off for good. */
  start(): void {
    if (!/IDLE|BACKOFF|BEACON_ONLY/.test(this.phase)) return;
    const ms = this.#notBefore - this.#clock.now();
    if (ms > 0) this.#pause("BACKOFF", ms);
    else this.#connect();
  }

  /** @returns false when the frame could not be sent now. */
  send(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== 1 || !/LIVE|SUSPECT|DRAIN/.test(this.phase)) return false;
    this.#write(frame);
    return true;
  }

  /** Closes for now; `start` opens it again. */
  close(): void {
    this.#leave();
    if (this.phase !== "OFF") this.#turn("IDLE");
  }

  /** Closes for good. */
  end(): void {
    this.close();
    this.#turn("OFF");
  }

  /** The page woke up or the network came back: doubt an old silence, and do not wait out a long pause. */
  wake(): void {
    const now = this.#clock.now();
    if (this.phase === "IDLE") this.start();
    else if (this.phase === "LIVE" && this.#clock.wall() - this.#heardWall > STALE_MS) this.#suspect();
    else if (/BACKOFF|BEACON_ONLY/.test(this.phase) && now - this.#shortenedAt >= SHORTEN_MS) {
      this.#shortenedAt = now;
      this.start();
    }
  }

  /** A beacon was answered: the server is there, so a wait has lost its sense. */
  answered(): void {
    this.#posted = true;
    if (this.phase === "BACKOFF") this.start();
  }

  /** To be called about once a second. */
  tick(): void {
    const now = this.#clock.now();
    const spent = now - this.#since;
    // No number is smaller than none: a phase that may last never falls.
    if (spent > (PASSING_MS[this.phase] as number)) this.#down();
    else if (this.phase === "LIVE") {
      if (spent > SETTLED_MS) this.#attempt = 0;
      if (now - this.#heardAt > this.hbMs + SILENT_EXTRA_MS) this.#suspect();
      else if (now - this.#sentAt >= this.hbMs) this.#beat();
    }
  }

  #turn(phase: Phase): void {
    this.phase = phase;
    this.#since = this.#clock.now();
  }

  #write(frame: ClientFrame): void {
    this.#sentAt = this.#clock.now();
    this.#socket?.send(JSON.stringify(frame));
  }

  #beat(): void {
    this.#write({ t: "hb", n: ++this.#beats });
  }

  #suspect(): void {
    this.#turn("SUSPECT");
    this.#beat();
  }

  #leave(): void {
    this.#generation++;
    this.#unwait?.();
    this.#notBefore = Math.max(this.#notBefore, this.#clock.now() + this.#retryMs);
    this.#retryMs = 0;
    const socket = this.#socket;
    this.#socket = undefined;
    try {
      socket?.close(1000);
    } catch {
      // A socket that is still connecting may refuse; it is ignored from now on.
    }
  }

  #connect(): void {
    this.#leave();
    const generation = this.#generation;
    const mine = (): boolean => generation === this.#generation;
    this.#turn("CONNECTING");
    try {
      this.#socket = this.#owner.open();
    } catch {
      this.#down(); // The page's own policy forbids it.
      return;
    }
    const { safely } = this.#owner;
    this.#socket.onopen = safely(() => {
      if (!mine()) return;
      this.#upgrades = 0;
      this.#turn("HELLO");
      this.#write(this.#owner.hello());
    });
    this.#socket.onmessage = safely(({ data }: { data: unknown }) => {
      if (mine()) this.#take(readFrame(data));
    });
    this.#socket.onclose = safely(({ code }: { code: number }) => {
      if (mine()) this.#down(code);
    });
  }

  #take(frame: ServerFrame | undefined): void {
    this.#heardAt = this.#clock.now();
    this.#heardWall = this.#clock.wall();
    if (!frame) return;
    const ms = Number(frame["retry_ms"]);
    if (ms >= 0) this.#retryMs = Math.min(ms, MOST_RETRY_MS);
    if (this.phase === "SUSPECT") this.#turn("LIVE");
    if (frame.t === "bye") this.#turn("DRAIN");
    if (frame.t === "welcome") {
      if (this.phase !== "HELLO") return;
      const beat = Number(frame["hb_ms"]);
      if (beat >= 1000) this.hbMs = beat;
      this.met = true;
      this.#refused = false;
      this.#turn("LIVE");
    }
    this.#owner.heard(frame);
  }

  #down(code = 1006): void {
    if (this.phase === "CONNECTING" && this.#posted) {
      this.#posted = false;
      this.#upgrades++;
    }
    this.#leave();
    let answer = answerTo(code);
    if (answer === "token") {
      if (this.#refused) answer = "stop";
      this.#refused = true;
    }
    if (isEnding(answer)) this.#turn("OFF");
    else this.#wait(/later|corrupt/.test(answer));
    this.#owner.closed(answer);
  }

  /** @param penance - we were too much: the wait is long, and kept. */
  #wait(penance: boolean): void {
    const now = this.#clock.now();
    if (penance) this.#attempt = Math.max(this.#attempt, PENANCE_ATTEMPT);
    const own = backoff(this.#attempt++, this.#clock.random());
    let ms = this.#notBefore - now;
    if (ms <= 0) ms = own + (penance ? PENANCE_MS : 0);
    if (penance) this.#notBefore = now + ms;
    // Only where requests get through and sockets do not, the socket is what is missing.
    const only = !this.met && this.#upgrades >= MOST_UPGRADES;
    this.#pause(only ? "BEACON_ONLY" : "BACKOFF", only ? BEACON_ONLY_MS : ms);
  }

  #pause(phase: Phase, ms: number): void {
    this.#unwait?.();
    this.#turn(phase);
    this.#unwait = this.#clock.later(ms, () => this.start());
  }
}
