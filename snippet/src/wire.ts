/** The frames of tarry/1 as this side writes and reads them, and the limits both sides keep. Pure. */

import type { ConsentClaim } from "./consent";

/** Flat but for `lines` of a cart and `detail` of a goal; what is undefined does not travel. */
export type Fields = Readonly<Record<string, unknown>>;

/** An event as it travels; `dt` is its age in milliseconds when the frame was written, `v` the page view it is of. */
export interface WireEvent {
  readonly n: string;
  readonly dt: number;
  readonly v: number;
  readonly d: Fields;
}

export type SkipWhy = "overflow" | "consent" | "corrupt";

/** A stated loss: these sequence numbers will never come. */
export interface Loss {
  readonly from: number;
  readonly to: number;
  readonly why: SkipWhy;
}

/** What `hello` and a beacon share. */
export interface Greeting {
  readonly v: 1;
  readonly key: string;
  readonly tok?: string | undefined;
  readonly sid: string;
  readonly first: number;
  readonly last: number;
  readonly acked: number;
  readonly ep?: string | undefined;
  readonly ps: number;
  readonly now: number;
  readonly mono: number;
  readonly consent: ConsentClaim;
  readonly gpc: boolean;
  readonly dnt: boolean;
  readonly page: { readonly path: string; readonly ref_host?: string | undefined; readonly title?: string | undefined };
  readonly locale?: string | undefined;
  readonly caps: readonly string[];
  readonly held: readonly string[];
  /** An owner's token: the server answers a good one with `dbg` frames. */
  readonly debug?: string | undefined;
}

export type PushState = "got" | "expired" | "blocked" | "shown" | "dismissed" | "clicked";

export type EvFrame = { readonly t: "ev"; readonly s: number; readonly mono: number; readonly e: readonly WireEvent[] };
export type SkipFrame = { readonly t: "skip" } & Loss;
export type PaFrame = {
  readonly t: "pa";
  readonly id: string;
  readonly st: PushState;
  readonly ms: number;
  readonly a?: string | undefined;
};

export type ClientFrame =
  | ({ readonly t: "hello" } & Greeting)
  | EvFrame
  | SkipFrame
  | PaFrame
  | { readonly t: "claim"; readonly id: string }
  | ({ readonly t: "consent"; readonly erase?: true | undefined } & ConsentClaim)
  | { readonly t: "hb"; readonly n: number }
  | { readonly t: "bye" };

/** The body of `POST /t/b`. */
export type BeaconBody = Greeting & {
  readonly s: number;
  readonly e: readonly WireEvent[];
  readonly skip?: readonly Loss[] | undefined;
  readonly r?: 1 | undefined;
};

/** A server's frame, its needed keys checked; every other key is still unknown. */
export interface ServerFrame {
  readonly t: string;
  readonly [key: string]: unknown;
}

/** Largest frame we send: below the server's 32 KiB, so that a wrong guess about one character costs nothing. */
export const FRAME_BYTES = 30_000;
/** Largest beacon we send, below the server's 48 KiB. */
export const BEACON_BYTES = 46_000;
/** Most events in one `ev` and in one beacon. */
export const EV_EVENTS = 64;
export const BEACON_EVENTS = 256;
/** Most sequence numbers one `skip` may name. */
export const SKIP_SPAN = 10_000;

/** Reads one text frame; undefined for anything this version cannot use: an unknown type, or a needed key missing. */
export const readFrame = (text: unknown): ServerFrame | undefined => {
  try {
    // Anything but an object has no type, or cannot be looked into.
    const frame = JSON.parse(text as string) as ServerFrame;
    const { t, id, need, hi = need } = frame;
    const type = t as string; // Whatever it is: only a text of these is let through.
    const fits =
      /^(flow|hb|err|bye|dbg)$/.test(type) ||
      (/^(push|grant)$/.test(type) && typeof id === "string") ||
      (/^(welcome|n?ack)$/.test(type) && typeof hi === "number");
    return fits ? frame : undefined;
  } catch {
    return undefined;
  }
};

export type EventClass = "keep" | "view" | "low";

/** How dear an event is when something has to go. */
export const classOf = (name: string): EventClass => {
  if (/^(cart|add_|remove_|begin_|purchase|refund|goal_|identify)/.test(name)) return "keep";
  return /ping|idle|copy|leave|custom|health|vitals|click|focus/.test(name) ? "low" : "view";
};
