/**
 * Types of the global `tarry` that the script puts into a page. Copy this file into a project, or name it under
 * `include` in its tsconfig.json; there is nothing to import.
 */

declare namespace Tarry {
  /** What a visitor allows: nothing, help on this page alone, or to be remembered. */
  type Consent = "none" | "anonymous" | "full";

  /** An amount as a decimal string or a number, such as `"24.00"`. */
  type Amount = string | number;

  interface CartLine {
    sku: string;
    name: string;
    qty: number;
    price?: Amount;
    image?: string;
    url?: string;
  }

  /** The whole cart as it is now; no lines is an empty cart. */
  interface Cart {
    /** ISO 4217, such as `EUR`; the site's own where it is left out. */
    currency?: string;
    total?: Amount;
    lines: readonly CartLine[];
  }

  /** A booking, sign-up or application on its way; with `done` it is complete. */
  interface Goal {
    step?: string | number;
    title?: string;
    /** Where it can be taken up again. */
    url?: string;
    image?: string;
    value?: Amount;
    currency?: string;
    /** A few words about it, or some by name; never what was typed into a form. */
    detail?: string | Readonly<Record<string, string | number | boolean>>;
    done?: boolean;
  }

  /** Who this is to the shop. Only a hash leaves the page; without the shop's own `proof` nothing is merged. */
  interface Identity {
    id?: string | number;
    /** SHA-256 of the normalised id, as hex, when the shop has made it already. */
    hash?: string;
    /** HMAC by the shop's server. */
    proof?: string;
    kind?: "customer" | "email";
  }

  interface PromptAction {
    id: string;
    label: string;
    do: "dismiss" | "link" | "refill" | "more" | "answer";
    href?: string;
  }

  interface PromptLine {
    sku: string;
    name: string;
    qty: number;
    price?: string;
    was?: string;
    gone?: boolean;
    image?: string;
    url?: string;
  }

  interface PromptBlock {
    kind: "faq" | "quote" | "compare" | "benefit";
    title?: string;
    text: string;
    source: string;
  }

  /** A prompt as data: all of it plain text. */
  interface Prompt {
    play: "remind" | "resurface_cart" | "reassure" | "convenience" | "question" | "incentive";
    format: "toast" | "card" | "bar" | "inline" | "modal" | "tab";
    tone: "soft" | "plain" | "direct";
    locale: string;
    dir: "ltr" | "rtl";
    headline: string;
    body: string;
    actions: readonly PromptAction[];
    currency?: string;
    lines?: readonly PromptLine[];
    goal?: { name: string; step?: string; href: string };
    blocks?: readonly PromptBlock[];
    code?: string;
    ends_at?: number;
    writer: "house" | "model";
    /** What the quiet way out says where it cannot hold for a month. */
    quiet?: string;
    /** One sentence for "why this?". */
    why: string;
  }

  /** Tells what became of a prompt that the shop draws itself; `action` is the id of what was clicked. */
  interface Report {
    (state: "shown" | "dismissed" | "clicked", action?: string): void;
    /** Set it to be told when the prompt is to be taken away: it was withdrawn, or the visitor is another. */
    gone?: () => void;
  }

  /** A flat value of an event of the shop's own. */
  type Plain = string | number | boolean | null | undefined;

  /** Ordinary GA4 e-commerce fields are understood; of an event of the shop's own the flat values are kept. */
  type EventData = Readonly<Record<string, unknown>>;

  /** What each command takes after its name. */
  interface Commands {
    consent: [state: Consent];
    event: [name: string, data?: EventData];
    track: [name: string, data?: EventData];
    cart: [cart: Cart];
    goal: [name: string, goal?: Goal];
    identify: [who: string | number | Identity];
    /** Is given the visitor's public reference, now or as soon as it is known: to be put on an order. */
    ref: [take: (ref: string) => void];
    /**
     * `prompt` is given each prompt; who returns `true` draws it, and reports. `refill` is given what is to be put back
     * into the cart; `false`, or a promise that fails, says that it did not work.
     */
    on:
      | [what: "prompt", draw: (prompt: Prompt, report: Report) => unknown]
      | [what: "refill", putBack: (lines: readonly PromptLine[]) => unknown];
    /** Forgets this visitor, here and on the server. */
    erase: [done?: () => void];
    /** A new page view without a new page. */
    page: [];
    /** Another visitor sits down, as after a logout. */
    reset: [];
  }

  type Command = keyof Commands;

  interface Face {
    <C extends Command>(command: C, ...rest: Commands[C]): void;
    /** Calls made before the script was there. */
    q?: unknown[];
    /** There once the script is; so are the four below. */
    readonly version?: string;
    readonly track?: (...rest: Commands["track"]) => void;
    readonly page?: () => void;
    readonly identify?: (...rest: Commands["identify"]) => void;
    readonly reset?: () => void;
  }
}

/** There once the script is, or the queue line before it: see the event `tarry:ready` on `window`. */
declare var tarry: Tarry.Face;

interface Window {
  tarry?: Tarry.Face;
}

interface WindowEventMap {
  "tarry:ready": Event;
}
