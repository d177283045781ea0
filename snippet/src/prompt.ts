/** The seam between the core and the prompt's looks: what a prompt carries, and what its drawer may ask and tell. */

/** A line of the left cart. Money as decimal strings in the prompt's `currency`. */
export interface PromptLine {
  readonly sku: string;
  readonly name: string;
  readonly qty: number;
  readonly price?: string;
  /** What it cost when it was put in, where that differs. */
  readonly was?: string;
  /** No longer to be had. */
  readonly gone?: boolean;
  readonly image?: string;
  readonly url?: string;
}

/** Something the shopper can do; `href` is http(s) or relative to the site, and untrusted. */
export interface PromptAction {
  readonly id: string;
  readonly label: string;
  readonly do: "dismiss" | "link" | "refill" | "more" | "answer";
  readonly href?: string;
}

/** One of the owner's own passages, with where it comes from. */
export interface PromptBlock {
  readonly kind: "faq" | "quote" | "compare" | "benefit";
  readonly title?: string;
  readonly text: string;
  readonly source: string;
}

/** Something begun and left half-way, and where to go on. */
export interface PromptGoal {
  readonly name: string;
  readonly step: string;
  readonly href: string;
}

/** The body of a push of the kinds `prompt`, `cart` and `reassure`. All of it is plain text, never HTML. */
export interface PromptData {
  readonly play: "remind" | "resurface_cart" | "reassure" | "convenience" | "question" | "incentive";
  readonly format: "toast" | "card" | "bar" | "inline" | "modal" | "tab";
  readonly tone: "soft" | "plain" | "direct";
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  readonly headline: string;
  readonly body: string;
  readonly actions: readonly PromptAction[];
  readonly currency?: string;
  readonly lines?: readonly PromptLine[];
  readonly goal?: PromptGoal;
  readonly blocks?: readonly PromptBlock[];
  readonly code?: string;
  /** A deadline the server holds, milliseconds since 1970. */
  readonly ends_at?: number;
  readonly writer: "house" | "model";
  /** What the quiet button says where it cannot hold for a month: without consent nothing outlives the page. */
  readonly quiet?: string;
  /** One sentence for "why this?". */
  readonly why: string;
}

/** What the drawer is given. */
export interface PromptHost {
  /** CSS selectors of places the owner marked for inline prompts. */
  readonly slots: readonly string[];
  readonly theme: Readonly<Record<string, string>>;
  /** Whose prompt it is, or `""`. */
  readonly branding: string;
  /** Whether words written by a model are marked as such. */
  readonly mark: boolean;
  /** Why this is a bad moment to come up, or `""`; asked again right before a prompt rises. */
  readonly objection: () => string;
  /** Tells what became of it; `a` is the id of an action, or `quiet`. */
  readonly report: (st: "shown" | "dismissed" | "clicked", a?: string) => void;
}

/** A prompt that stands in the page. */
export interface Shown {
  /** Takes it away without a report; harmless when it has gone already. */
  readonly close: () => void;
  /** Whether it has come up: until then it waits, unseen, for a good moment and a free place. */
  readonly risen: () => boolean;
}

export type Draw = (d: PromptData, host: PromptHost) => Shown;
/** Fetches whatever drawing `d` takes: its format, its contents, its language. */
export type Ready = (d: PromptData) => Promise<Draw>;
