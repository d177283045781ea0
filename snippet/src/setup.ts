/** What a visit is set up with: the site, the browser's parts it uses, and what fetches the rest of us. Types only. */

import type { begin as read } from "./adapters/read";
import type { attention } from "./attention";
import type { Clock } from "./clock";
import type { Calls } from "./commands";
import type { Consent } from "./consent";
import type { consents } from "./consents";
import type { note } from "./debug/overlay";
import type { Safely } from "./guard";
import type { kept } from "./kept";
import type { Keep } from "./lib/keep";
import type { PromptData, PromptHost, Ready } from "./prompt";
import type { begin } from "./show";

/** What is fetched only where it is needed, by the names of its files. */
export interface Parts {
  /** What reads the page. */
  readonly "adapter-read": { readonly begin: typeof read };
  readonly attention: { readonly attention: typeof attention };
  readonly calls: Calls;
  readonly consents: { readonly consents: typeof consents };
  readonly debug: { readonly note: typeof note };
  readonly kept: { readonly kept: typeof kept };
  readonly prompt: { readonly ready: Ready };
  readonly show: { readonly begin: typeof begin };
}

/** Fetches a part of us by its name. One that cannot be fetched is only waited for. */
export type Part = <K extends keyof Parts>(name: K) => Promise<Parts[K]>;

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
  readonly part: Part;
  /** The owner's token in the page's address, which asks to see what the server makes of this visit. */
  readonly debug: string | undefined;
}

export type OnPrompt = (d: PromptData, report: PromptHost["report"]) => (() => void) | false;
