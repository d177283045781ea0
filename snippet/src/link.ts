/** The life of one stream's socket: connecting, greeting, being live, suspecting, waiting, giving up. */

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
  /** Closed with a code that asks something of the owner; `stop` when the link is off for good. */
  readonly closed: (code: number, stop: boolean) => void;
}

const CONNECT_MS = 8_000;
const SUSPECT_MS = 5_000;
const DRAIN_MS = 15_000;
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

const STOP = [1003, 4001, 4002, 4003, 4010, 4011];
const PENANCE = [1008, 1009, 1013, 4008, 4009];

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
  #sentAt = 0;
  #beats = 0;
  #retryMs: number | undefined;
  #unwait: (() => void) | undefined;
  #shortenedAt = -SHORTEN_MS;
  #refusedToken = false;
  #posted = false;
  #upgrades = 0;

  constructor(clock: Clock, owner: LinkOwner) {
    this.#clock = clock;
    this.#owner = owner;
  }

  /** Events may be sent. */
  get up(): boolean {
    return this.phase === "LIVE" || this.phase === "SUSPECT";
  }

  /** Connects, unless it is connected, on the way, or off for good. */
  start(): void {
    if (/IDLE|BACKOFF|BEACON_ONLY/.test(this.phase)) this.#connect();
  }

  /** @returns false when the frame could not be sent now. */
  send(frame: ClientFrame): boolean {
    if (!this.#socket || this.#socket.readyState !== 1 || !(this.up || this.phase === "DRAIN")) return false;
    this.#write(frame);
    return true;
  }

  /** Closes for now; `start` opens it again. */
  close(): void {
    this.#leave(1000);
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
    if (this.phase === "IDLE") this.#connect();
    else if (this.phase === "LIVE" && now - this.#heardAt > STALE_MS) this.#suspect();
    else if (/BACKOFF|BEACON_ONLY/.test(this.phase) && now - this.#shortenedAt >= SHORTEN_MS) {
      this.#shortenedAt = now;
      this.#connect();
    }
  }

  /** A beacon was answered: the server is there, so a wait has lost its sense. */
  answered(): void {
    this.#posted = true;
    if (this.phase === "BACKOFF" && this.#retryMs === undefined) this.#connect();
  }

  /** To be called about once a second. */
  tick(): void {
    const now = this.#clock.now();
    const spent = now - this.#since;
    if (/CONNECTING|HELLO/.test(this.phase) && spent > CONNECT_MS) this.#down(1006);
    else if (this.phase === "SUSPECT" && spent > SUSPECT_MS) this.#down(1006);
    else if (this.phase === "DRAIN" && spent > DRAIN_MS) this.#down(1012);
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

  #leave(code: number): void {
    this.#generation++;
    this.#unwait?.();
    this.#unwait = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    try {
      socket?.close(code);
    } catch {
      // A socket that is still connecting may refuse; it is ignored from now on.
    }
  }

  #connect(): void {
    this.#leave(1000);
    const generation = this.#generation;
    const mine = (): boolean => generation === this.#generation;
    this.#turn("CONNECTING");
    try {
      this.#socket = this.#owner.open();
    } catch {
      this.#down(1006); // The page's own policy forbids it.
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
    if (!frame) return;
    const ms = frame["retry_ms"];
    if (typeof ms === "number" && ms >= 0) this.#retryMs = ms;
    if (this.phase === "SUSPECT") this.#turn("LIVE");
    if (frame.t === "bye") this.#turn("DRAIN");
    if (frame.t === "welcome") {
      if (this.phase !== "HELLO") return;
      const beat = frame["hb_ms"];
      if (typeof beat === "number" && beat >= 1000) this.hbMs = beat;
      this.met = true;
      this.#retryMs = undefined;
      this.#turn("LIVE");
    }
    this.#owner.heard(frame);
  }

  #down(code: number): void {
    if (this.phase === "CONNECTING" && this.#posted) {
      this.#posted = false;
      this.#upgrades++;
    }
    this.#leave(1000);
    const stop = STOP.includes(code) || (code === 4004 && this.#refusedToken);
    if (stop) this.#turn("OFF");
    else this.#wait(code);
    if (code === 4004) this.#refusedToken = true;
    this.#owner.closed(code, stop);
  }

  #wait(code: number): void {
    const penance = PENANCE.includes(code);
    if (penance) this.#attempt = Math.max(this.#attempt, PENANCE_ATTEMPT);
    const own = backoff(this.#attempt++, this.#clock.random()) + (penance ? PENANCE_MS : 0);
    // Only where requests get through and sockets do not, the socket is what is missing.
    const only = !this.met && this.#upgrades >= MOST_UPGRADES;
    this.#turn(only ? "BEACON_ONLY" : "BACKOFF");
    const ms = only ? BEACON_ONLY_MS : (this.#retryMs ?? own);
    this.#unwait = this.#clock.later(ms, () => {
      this.#retryMs = undefined;
      this.start();
    });
  }
}
