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

export const newLink = (clock: Clock, owner: LinkOwner) => {
  const self = { phase: "IDLE" as Phase };
  /** The server has welcomed this stream at least once. */
  let met = false;
  let hbMs = 20_000;
  let dialled: Socket | undefined;
  let attempt = 0;
  let since = 0;
  let heardAt = 0;
  /** The same in milliseconds since 1970: while a device sleeps, its document's own clock may stand still. */
  let heardWall = 0;
  let sentAt = 0;
  let beats = 0;
  let retryMs = 0;
  /** The server wants us back no sooner; nothing cuts such a wait short. */
  let notBefore = 0;
  let unwait: (() => void) | undefined;
  let shortenedAt = -SHORTEN_MS;
  let refused = false;
  let posted = false;
  let upgrades = 0;

  /** Events may be sent. */
  const up = (): boolean => /LIVE|SUSPECT/.test(self.phase);

  /** Connects, unless it is connected, on the way, or off for good. */
  const start = (): void => {
    if (!/IDLE|BACKOFF|BEACON_ONLY/.test(self.phase)) return;
    const ms = notBefore - clock.now();
    if (ms > 0) pause("BACKOFF", ms);
    else connect();
  };

  /** @returns false when the frame could not be sent now. */
  const send = (frame: ClientFrame): boolean => {
    if (dialled?.readyState !== 1 || !/LIVE|SUSPECT|DRAIN/.test(self.phase)) return false;
    write(frame);
    return true;
  };

  /** Closes for now; `start` opens it again. */
  const close = (): void => {
    leave();
    if (self.phase !== "OFF") turn("IDLE");
  };

  /** Closes for good. */
  const end = (): void => {
    close();
    turn("OFF");
  };

  /** The page woke up or the network came back: doubt an old silence, and do not wait out a long pause. */
  const wake = (): void => {
    const now = clock.now();
    if (self.phase === "IDLE") start();
    else if (self.phase === "LIVE" && clock.wall() - heardWall > STALE_MS) suspect();
    else if (/BACKOFF|BEACON_ONLY/.test(self.phase) && now - shortenedAt >= SHORTEN_MS) {
      shortenedAt = now;
      start();
    }
  };

  /** A beacon was answered: the server is there, so a wait has lost its sense. */
  const answered = (): void => {
    posted = true;
    if (self.phase === "BACKOFF") start();
  };

  /** To be called about once a second. */
  const tick = (): void => {
    const now = clock.now();
    const spent = now - since;
    // No number is smaller than none: a phase that may last never falls.
    if (spent > (PASSING_MS[self.phase] as number)) down();
    else if (self.phase === "LIVE") {
      if (spent > SETTLED_MS) attempt = 0;
      if (now - heardAt > hbMs + SILENT_EXTRA_MS) suspect();
      else if (now - sentAt >= hbMs) beat();
    }
  };

  const turn = (phase: Phase): void => {
    self.phase = phase;
    since = clock.now();
  };

  const write = (frame: ClientFrame): void => {
    sentAt = clock.now();
    dialled?.send(JSON.stringify(frame));
  };

  const beat = (): void => {
    write({ t: "hb", n: ++beats });
  };

  const suspect = (): void => {
    turn("SUSPECT");
    beat();
  };

  const leave = (): void => {
    unwait?.();
    notBefore = Math.max(notBefore, clock.now() + retryMs);
    retryMs = 0;
    const socket = dialled;
    dialled = undefined;
    try {
      socket?.close(1000);
    } catch {
      // A socket that is still connecting may refuse; it is ignored from now on.
    }
  };

  const connect = (): void => {
    leave();
    turn("CONNECTING");
    let socket: Socket;
    try {
      socket = dialled = owner.open();
    } catch {
      return down(); // The page's own policy forbids it.
    }
    // A socket may close long after it was given up: what comes from any but the present one is ignored.
    const heard = <E>(work: (event: E) => void): ((event: E) => void) => owner.safely((event: E) => void (socket === dialled && work(event)));
    socket.onopen = heard(() => {
      upgrades = 0;
      turn("HELLO");
      write(owner.hello());
    });
    socket.onmessage = heard(({ data }: { data: unknown }) => take(readFrame(data)));
    socket.onclose = heard(({ code }: { code: number }) => down(code));
  };

  const take = (frame: ServerFrame | undefined): void => {
    heardAt = clock.now();
    heardWall = clock.wall();
    if (!frame) return;
    retryMs = Math.min(Number(frame["retry_ms"] ?? retryMs), MOST_RETRY_MS) || 0;
    if (self.phase === "SUSPECT") turn("LIVE");
    if (frame.t === "bye") turn("DRAIN");
    if (frame.t === "welcome") {
      if (self.phase !== "HELLO") return;
      const beat = Number(frame["hb_ms"]);
      if (beat >= 1000) hbMs = beat;
      met = true;
      refused = false;
      turn("LIVE");
    }
    owner.heard(frame);
  };

  const down = (code = 1006): void => {
    if (self.phase === "CONNECTING" && posted) {
      posted = false;
      upgrades++;
    }
    leave();
    let answer = answerTo(code);
    if (answer === "token") {
      if (refused) answer = "stop";
      refused = true;
    }
    if (isEnding(answer)) turn("OFF");
    else wait(/later|corrupt/.test(answer));
    owner.closed(answer);
  };

  /** @param penance - we were too much: the wait is long, and kept. */
  const wait = (penance: boolean): void => {
    const now = clock.now();
    if (penance) attempt = Math.max(attempt, PENANCE_ATTEMPT);
    const own = backoff(attempt++, clock.random());
    let ms = notBefore - now;
    if (ms <= 0) ms = own + (penance ? PENANCE_MS : 0);
    if (penance) notBefore = now + ms;
    // Only where requests get through and sockets do not, the socket is what is missing.
    const only = !met && upgrades >= MOST_UPGRADES;
    pause(only ? "BEACON_ONLY" : "BACKOFF", only ? BEACON_ONLY_MS : ms);
  };

  const pause = (phase: Phase, ms: number): void => {
    unwait?.();
    turn(phase);
    unwait = clock.later(ms, start);
  };
  return Object.assign(self, { up, start, send, close, end, wake, answered, tick });
};

export type Link = ReturnType<typeof newLink>;
