/** Unacknowledged events that outlive their document, kept for this tab's next one while consent is full. */

import type { Clock } from "./clock";
import type { Keep } from "./lib/keep";
import { bytes } from "./lib/bytes";
import { list } from "./lib/list";
import { record } from "./lib/record";
import type { Piece, ShopEvent } from "./outbox";
import type { Loss } from "./wire";

/** One document's rest; the `at` of its events is in milliseconds since 1970. */
export interface Rest {
  readonly sid: string;
  readonly acked: number;
  readonly s: number;
  readonly events: readonly ShopEvent[];
  readonly skip: readonly Loss[];
}

/** Most that all documents together may keep, in bytes. */
const ALL_BYTES = 32_000;

export const newLeftovers = (keep: Keep, key: string, clock: Clock) => {
  /** What documents other than `sid` left, with event times on this document's clock. */
  const others = (sid: string): readonly Rest[] => {
    const shift = clock.now() - clock.wall();
    return read()
      .filter((rest) => rest.sid !== sid)
      .map((rest) => ({ ...rest, events: rest.events.map((event) => ({ ...event, at: event.at + shift })) }));
  };

  /** Keeps what is unacknowledged of `sid`, or forgets it when that is nothing. */
  const save = (sid: string, acked: number, piece: Piece): void => {
    const some = piece.events.length > 0;
    const shift = clock.wall() - clock.now();
    const events = piece.events.map((event) => ({ ...event, at: Math.round(event.at + shift) }));
    const others = read().filter((rest) => rest.sid !== sid);
    write(some ? [{ sid, acked, s: piece.s, skip: piece.skip, events }, ...others] : others);
  };

  /** The rest of `sid` has arrived, or will never be taken. */
  const drop = (sid: string | undefined): void => {
    write(read().filter((rest) => rest.sid !== sid));
  };

  const read = (): readonly Rest[] => {
    return list(keep.get(key)).filter((rest): rest is Rest => {
      const { sid, events, skip, s } = record(rest) ?? {};
      return typeof sid === "string" && typeof s === "number" && Array.isArray(events) && Array.isArray(skip);
    });
  };

  const write = (rests: readonly Rest[]): void => {
    if (bytes(rests) > ALL_BYTES) write(rests.slice(0, -1));
    else keep.set(key, rests.length ? rests : undefined);
  };
  return { others, save, drop };
};

export type Leftovers = ReturnType<typeof newLeftovers>;
