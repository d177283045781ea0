/** The door to prompts: what deals with them is fetched when the first one comes; until then frames wait here. */

import type { Clock } from "./clock";
import type { Safely } from "./guard";
import { record } from "./lib/record";
import type { PromptHost } from "./prompt";
import type { Showing, ShowingOwner } from "./showing";
import type { Fields, ServerFrame } from "./wire";

export class Prompts {
  readonly #clock: Clock;
  readonly #safely: Safely;
  readonly #fetch: () => Promise<Showing>;
  #showing: Showing | undefined;
  /** Frames that wait, and when they came. */
  #waiting: [ServerFrame, number][] = [];
  /** Rises when everything is forgotten, so that what was fetched for the time before is not used. */
  #era = 0;

  /** @param fetch - fetches what deals with prompts, and sets it to work. */
  constructor(clock: Clock, safely: Safely, fetch: () => Promise<Showing>) {
    this.#clock = clock;
    this.#safely = safely;
    this.#fetch = fetch;
  }

  /** Ids of prompts on screen. */
  get held(): readonly string[] {
    return this.#showing?.held ?? [];
  }

  /** A prompt, its cancelling, or the answer to a claim. */
  hear(frame: ServerFrame): void {
    this.#waiting.push([frame, this.#clock.now()]);
    if (this.#showing) this.#hand(this.#showing);
    else if (this.#waiting.length === 1) this.#begin();
  }

  reconnected(): void {
    this.#showing?.reconnected();
  }

  /** The moment may have come. */
  look(): void {
    this.#showing?.look();
  }

  /** Takes down what stands. */
  withdraw(): void {
    this.#showing?.withdraw();
  }

  /** Takes down what stands and forgets everything. */
  reset(): void {
    this.#era++;
    this.withdraw();
    this.#showing = undefined;
    this.#waiting = [];
  }

  #begin(): void {
    const era = this.#era;
    const ready = this.#safely((showing: Showing) => {
      if (era === this.#era) this.#hand((this.#showing = showing));
    });
    this.#fetch().then(ready, () => {
      this.#waiting = [];
    });
  }

  #hand(showing: Showing): void {
    for (const waiting of this.#waiting.splice(0)) showing.hear(...waiting);
  }
}

/** What the owner's settings say about the looks of prompts; anything of the wrong type is left out. */
export const hostOf = ({ slots, theme, branding }: Fields): ReturnType<ShowingOwner["host"]> => {
  const isText = (value: unknown): value is string => typeof value === "string";
  const name = record(branding)?.["name"];
  const vars = Object.entries(record(theme) ?? {}).filter((entry): entry is [string, string] => isText(entry[1]));
  return {
    slots: Array.isArray(slots) ? slots.filter(isText) : [],
    theme: Object.fromEntries(vars),
    branding: isText(name) ? name : "",
  } satisfies Omit<PromptHost, "report">;
};
