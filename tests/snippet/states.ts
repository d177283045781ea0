/** The life of a page's connection as a table: its states, what may come in each, and what follows. */

import type { Answer } from "../../snippet/src/answers";
import type { Phase } from "../../snippet/src/link";

export const INPUTS = {
  start: "the page begins, or has events to tell",
  wake: "the page is seen again or the network is back, 40 s after the last frame",
  open: "the upgrade has come about",
  welcome: "`welcome`",
  frame: "any other frame",
  bye: "`bye`",
  silence: "time passes and nothing comes",
  lost: "closed by accident, as too much, or for its token",
  ended: "closed for good",
  close: "hidden for 30 s, frozen, or put away",
  end: "another stream takes over",
} as const;
export type Input = keyof typeof INPUTS;

/** What is not listed changes nothing. */
export const TABLE: Readonly<Record<Phase, { readonly [input in Input]?: Phase }>> = {
  IDLE: { start: "CONNECTING", wake: "CONNECTING", end: "OFF" },
  CONNECTING: { open: "HELLO", silence: "BACKOFF", lost: "BACKOFF", ended: "OFF", close: "IDLE", end: "OFF" },
  HELLO: { welcome: "LIVE", bye: "DRAIN", silence: "BACKOFF", lost: "BACKOFF", ended: "OFF", close: "IDLE", end: "OFF" },
  LIVE: { wake: "SUSPECT", bye: "DRAIN", silence: "SUSPECT", lost: "BACKOFF", ended: "OFF", close: "IDLE", end: "OFF" },
  SUSPECT: { welcome: "LIVE", frame: "LIVE", bye: "DRAIN", silence: "BACKOFF", lost: "BACKOFF", ended: "OFF", close: "IDLE", end: "OFF" },
  DRAIN: { silence: "BACKOFF", lost: "BACKOFF", ended: "OFF", close: "IDLE", end: "OFF" },
  BACKOFF: { start: "CONNECTING", wake: "CONNECTING", silence: "CONNECTING", close: "IDLE", end: "OFF" },
  BEACON_ONLY: { start: "CONNECTING", wake: "CONNECTING", silence: "CONNECTING", close: "IDLE", end: "OFF" },
  OFF: {},
};

/** What the page does about each code a socket may be closed with. */
export const CODES: readonly (readonly [number, Answer, string])[] = [
  [1001, "again", "the server heard nothing for too long"],
  [1003, "stop", "a binary frame"],
  [1006, "again", "the network, or a refused upgrade"],
  [1008, "corrupt", "a frame that could not be decoded"],
  [1009, "corrupt", "a frame that is too large"],
  [1012, "again", "the server restarts"],
  [1013, "later", "the server is overloaded"],
  [4001, "stop", "a `hello` that is wrong or did not come"],
  [4002, "stop", "no such site"],
  [4003, "stop", "not a page of this site"],
  [4004, "token", "the token is refused"],
  [4008, "later", "more was sent than the window allows"],
  [4009, "later", "more was sent than the rate allows"],
  [4010, "wipe", "consent was withdrawn, or the visitor erased"],
  [4011, "renew", "the stream is closed, or another connection has it"],
];

export const DEEDS: Readonly<Record<Answer, string>> = {
  again: "connects again after a short, random wait",
  later: "connects again after a long wait that nothing cuts short",
  corrupt: "waits as long, and names the oldest frame on its way as skipped",
  token: "drops the token and connects again; the second time in a row it stops",
  renew: "goes on under a new stream; what was not told under the old one stays untold",
  wipe: "forgets everything and is silent until the visitor agrees anew",
  stop: "is silent for as long as the document lives",
};
