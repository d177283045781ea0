/** What a page does about the code a socket is closed with, as data. Pure. */

/**
 * `again`: an accident, come back soon · `later`: we were too much, stay away longer · `corrupt`: the same, and the
 * oldest frame on its way is given up · `token`: again without the token, once · `renew`: this stream is over, a new one
 * goes on · `wipe`: everything is forgotten · `stop`: nothing more in this document. The last three end a stream.
 */
export type Answer = "again" | "later" | "corrupt" | "token" | Ending;
export type Ending = "renew" | "wipe" | "stop";

/** By close code; every other code is an accident. A `retry_ms` the server named comes before any wait of ours. */
const ANSWERS: Readonly<Record<number, Answer>> = {
  1003: "stop",
  1008: "corrupt",
  1009: "corrupt",
  1013: "later",
  4001: "stop",
  4002: "stop",
  4003: "stop",
  4004: "token",
  4008: "later",
  4009: "later",
  4010: "wipe",
  4011: "renew",
};

export const answerTo = (code: number): Answer => ANSWERS[code] ?? "again";

export const isEnding = (answer: Answer): answer is Ending => /renew|wipe|stop/.test(answer);
