/** What this browser keeps of a visitor, and only while consent is full: the token, and that they agreed. */

import type { Clock } from "./clock";
import type { ConsentClaim } from "./consent";
import { type Memory, recall } from "./identity";
import type { Leftovers } from "./leftovers";
import type { Keep } from "./lib/keep";

export class Device {
  /** The token in use; in any state but full it is known to this document alone. */
  tok: string | undefined;
  readonly #keep: Keep;
  readonly #key: string;
  readonly #clock: Clock;
  readonly #leftovers: Leftovers;
  #memory: Memory = {};

  constructor(keep: Keep, key: string, clock: Clock, leftovers: Leftovers) {
    this.#keep = keep;
    this.#key = key;
    this.#clock = clock;
    this.#leftovers = leftovers;
  }

  /** Reads what an earlier page kept. @returns the visitor's word given there. */
  read(): ConsentClaim | undefined {
    this.#memory = recall(this.#keep, this.#key, this.#clock.wall());
    const { agreed } = this.#memory;
    return agreed === undefined ? undefined : { state: "full", src: "call", at: agreed };
  }

  /** A state of consent begins: full takes up the kept token, any other wipes it. */
  enter({ state, src, at }: ConsentClaim): void {
    const { tok, agreed } = this.#memory;
    if (state !== "full") {
      this.tok = undefined;
      if (tok ?? agreed) this.wipe();
      return;
    }
    this.tok = tok;
    if (src === "call" && agreed === undefined) this.#write({ ...this.#memory, agreed: at });
  }

  /** A token was given, or, empty, is no good any more. @param full - consent is full: it is kept. */
  token(tok: string, full: boolean): void {
    this.tok = tok || undefined;
    const { agreed } = this.#memory;
    if (full) this.#write({ agreed, ...(tok && { tok, at: this.#clock.wall() }) });
  }

  wipe(): void {
    this.#memory = {};
    this.tok = undefined;
    this.#keep.set(this.#key, undefined);
    this.#leftovers.wipe();
  }

  #write(memory: Memory): void {
    this.#memory = memory;
    this.#keep.set(this.#key, memory);
  }
}
