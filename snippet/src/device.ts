/** What this browser keeps of a visitor, and only while consent is full: the token, and that they agreed. */

import type { Clock } from "./clock";
import type { ConsentClaim } from "./consent";
import { type Memory, recall } from "./identity";
import type { Keep } from "./lib/keep";

/** @param forget - forgets what else is kept, with all of it. */
export const newDevice = (keep: Keep, key: string, clock: Clock, forget: () => void) => {
  const self = {
    /** The token in use; in any state but full it is known to this document alone. */
    tok: undefined as string | undefined,
  };
  let memory: Memory = {};

  /** Reads what an earlier page kept. @returns the visitor's word given there. */
  const read = (): ConsentClaim | undefined => {
    memory = recall(keep, key, clock.wall());
    const { agreed } = memory;
    return agreed === undefined ? undefined : { state: "full", src: "call", at: agreed };
  };

  /** A state of consent begins: full takes up the kept token, any other wipes it. */
  const enter = ({ state, src, at }: ConsentClaim): void => {
    const { tok, agreed } = memory;
    if (state !== "full") {
      self.tok = undefined;
      if (tok ?? agreed) wipe();
      return;
    }
    self.tok = tok;
    if (src === "call" && agreed === undefined) write({ ...memory, agreed: at });
  };

  /** A token was given, or, empty, is no good any more. @param full - consent is full: it is kept. */
  const token = (tok: string, full: boolean): void => {
    self.tok = tok || undefined;
    const { agreed } = memory;
    if (full) write({ agreed, tok: self.tok, at: clock.wall() });
  };

  const wipe = (): void => {
    memory = {};
    self.tok = undefined;
    keep.set(key, undefined);
    forget();
  };

  const write = (next: Memory): void => {
    memory = next;
    keep.set(key, next);
  };
  return Object.assign(self, { read, enter, token, wipe });
};

export type Device = ReturnType<typeof newDevice>;
