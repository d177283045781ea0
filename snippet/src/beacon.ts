/** Events without a socket: the body of a beacon, and the two ways to post it. */

import { aged, type Piece } from "./outbox";
import { record } from "./lib/record";
import type { BeaconBody, Greeting } from "./wire";

/** What the server answers to a beacon that asked for an answer; all but `status` as it came. */
export interface Posted {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly ack?: unknown;
  readonly ep?: unknown;
  readonly tok?: unknown;
}

/** @param r - 1 when the server shall say what it has made durable. */
export const beaconBody = (greeting: Greeting, piece: Piece, r?: 1): BeaconBody => ({
  ...greeting,
  s: piece.s,
  e: aged(piece.events, greeting.mono),
  skip: piece.skip[0] && piece.skip.slice(0, 8),
  r,
});

/**
 * Posts and waits for the answer; never rejects. A body that is a string travels as plain text by itself: anything else
 * needs a preflight, which a leaving page never lives to see answered.
 *
 * The page may be gone the next moment, so the post outlives it.
 */
export const post = async (url: string, body: BeaconBody): Promise<Posted> => {
  try {
    const answer = await fetch(url, { method: "POST", credentials: "omit", body: JSON.stringify(body), keepalive: true });
    const { ok, status } = answer;
    return { ...(ok && record(await answer.json())), status };
  } catch {
    return { status: 0 };
  }
};

/** Posts without waiting, as a page does that may be gone the next moment. */
export const postBlind = (url: string, body: BeaconBody): void => {
  if (!navigator.sendBeacon?.(url, JSON.stringify(body))) void post(url, body);
};
