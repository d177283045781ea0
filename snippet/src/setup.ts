/** What a visit is set up with: the site, the browser's parts it uses, and what fetches the rest of us. Types only. */

import type { Teller } from "./adapters/ear";
import type { Reading } from "./adapters/read";
import type { attention } from "./attention";
import type { Clock } from "./clock";
import type { Consent } from "./consent";
import type { Look } from "./debug/overlay";
import type { Safely } from "./guard";
import type { kept } from "./kept";
import type { Keep } from "./lib/keep";
import type { PromptData, PromptHost } from "./prompt";
import type { Showing, ShowingOwner } from "./showing";
import type { ServerFrame } from "./wire";

export interface Setup {
  readonly key: string;
  /** Where the server's files are, ending in `/`. */
  readonly base: string;
  readonly fallback: Consent;
  readonly gpc: boolean;
  readonly dnt: boolean;
  readonly clock: Clock;
  readonly safely: Safely;
  readonly local: Keep;
  readonly tab: Keep;
  /** Fetches what deals with prompts; asked for when the first one comes. */
  readonly showing: (owner: ShowingOwner) => Promise<Showing>;
  /** Fetches what keeps things for the tab's next document. */
  readonly kept: (ready: (make: typeof kept) => void) => void;
  /** Fetches what attends to views. */
  readonly attention: (ready: (begin: typeof attention) => void) => void;
  /**
   * Fetches what reads the page, and sets it to work.
   *
   * @param ready - told that it does, and again when all that is needed listens; nothing when it is not to be had.
   */
  readonly reading: (core: Omit<Teller, "need">, ready: (reading?: Reading, done?: boolean) => void) => void;
  /** The owner's token in the page's address, which asks to see what the server makes of this visit. */
  readonly debug: string | undefined;
  /** Told a line of the server's log, which comes when the server has found the token good. */
  readonly onLine: (line: ServerFrame, look: Look) => void;
}

export type OnPrompt = (d: PromptData, report: PromptHost["report"]) => unknown;
