/** Posts what earlier documents of this tab left, under their own names. Fetched where something was left. */

import { beaconBody, post, type Posted } from "./beacon";
import type { Rest } from "./leftovers";
import type { Greeting } from "./wire";

export interface Heir {
  readonly url: string;
  readonly greetingFor: (rest: Rest) => Greeting;
  /** Whether this document still goes on under the name it had. */
  readonly same: () => boolean;
  /** The server gave a token. */
  readonly token: (tok: string) => void;
  /** The rest of `sid` has arrived, or will never be taken. */
  readonly drop: (sid: string) => void;
}

export const adopt = async (rests: readonly Rest[], heir: Heir): Promise<void> => {
  const told = (rest: Rest): Promise<Posted> => post(heir.url, beaconBody(heir.greetingFor(rest), rest, 1));
  for (const rest of rests) {
    let answer = await told(rest);
    const hi = Number(answer.ack);
    // The store went back in time, and what came before is nowhere any more: it is stated as lost.
    if (hi < rest.acked) answer = await told({ ...rest, acked: hi, skip: [{ from: hi + 1, to: rest.s - 1, why: "overflow" }] });
    const { status, ack, tok } = answer;
    if (!heir.same()) return;
    if (typeof tok === "string") heir.token(tok);
    const arrived = Number(ack) >= rest.s + rest.events.length - 1;
    if (arrived || [400, 403, 410, 413].includes(status)) heir.drop(rest.sid);
  }
};
