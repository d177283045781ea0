/** What a document leaves for the tab's next one, and takes up from the one before. Fetched under full consent. */

import { beaconBody, post, type Posted } from "./beacon";
import type { Safely } from "./guard";
import { newLeftovers, type Rest } from "./leftovers";
import type { Keep } from "./lib/keep";
import { listenAll } from "./lib/listen_all";
import type { Piece } from "./outbox";
import type { Setup } from "./setup";
import type { Greeting } from "./wire";

/** A document under its present name. */
export interface Heir {
  readonly sid: string;
  readonly greeting: () => Greeting;
}

export interface Kept {
  readonly save: (sid: string, acked: number, piece: Piece) => void;
  readonly drop: (sid: string | undefined) => void;
  /**
   * Posts what earlier documents of this tab left, under their own names.
   *
   * @param same - whether the heir still goes on under its name.
   * @param token - the server gave one.
   */
  readonly adopt: (heir: Heir, same: () => boolean, token: (tok: string) => void) => Promise<void>;
}

/** What was forgotten elsewhere may not be known here any longer: looked for whenever the page may have missed it. */
const watchForgetting = (local: Keep, key: string, gone: () => unknown, safely: Safely): void => {
  let there = false;
  const look = safely((event?: Event) => {
    const now = local.get(key) !== null;
    const told = event instanceof StorageEvent && event.key === key && event.oldValue !== null && event.newValue === null;
    if (told || (there && !now)) gone();
    there = now;
  });
  look();
  listenAll(window, "storage focus pageshow visibilitychange pagehide", look);
};

/**
 * @param restKey - under which name the tab keeps it.
 * @param gone - another page of this browser forgot the visitor: they withdrew, or logged out.
 */
export const kept = ({ tab, local, clock, base, key, safely }: Setup, restKey: string, gone: () => unknown): Kept => {
  const { others, save, drop } = newLeftovers(tab, restKey, clock);
  const url = `${base}b`;
  watchForgetting(local, `tarry:${key}`, gone, safely);
  const tell = (heir: Heir, rest: Rest): Promise<Posted> => {
    const { sid, acked, s: first, events } = rest;
    const greeting = { ...heir.greeting(), sid, first, last: first + events.length - 1, acked };
    return post(url, beaconBody(greeting, rest, 1));
  };
  return {
    save,
    drop,
    adopt: async (heir, same, token) => {
      for (const rest of others(heir.sid)) {
        let answer = await tell(heir, rest);
        const hi = Number(answer.ack);
        // The store went back in time, and what came before is nowhere any more: it is stated as lost.
        if (hi < rest.acked) answer = await tell(heir, { ...rest, acked: hi, skip: [{ from: hi + 1, to: rest.s - 1, why: "overflow" }] });
        const { status, ack, tok } = answer;
        if (!same()) return;
        if (typeof tok === "string") token(tok);
        const arrived = Number(ack) >= rest.s + rest.events.length - 1;
        if (arrived || [400, 403, 410, 413].includes(status)) drop(rest.sid);
      }
    },
  };
};
