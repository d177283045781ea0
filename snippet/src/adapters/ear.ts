/** What adapters speak to: the core's side, and the ear that makes one story of many sources. Types only. */

import type { Safely } from "../guard";
import type { Claim } from "../readers/claim";
import type { Fields } from "../wire";

/** What the core gives: where the story goes, and time. */
export interface Teller {
  /** One event of the wire. */
  readonly tell: (name: string, fields: Fields) => void;
  /** Runs once unless stopped. @param ms - from now. */
  readonly later: (ms: number, work: () => void) => () => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** The site's own currency, where the owner named one. */
  readonly currency: () => unknown;
  /** Wraps whatever the page may call, so that no error of ours reaches it. */
  readonly safely: Safely;
  /** Loads and starts another adapter, once. */
  readonly need: (name: string) => void;
  /** Runs at every new view of a page that changes without loading. */
  readonly onTurn: (work: () => void) => void;
}

/** One thing put into or taken out of the cart, as far as a source knows it. */
export interface Delta {
  readonly op: "add" | "remove";
  /** An item as GA4, Segment, Shopify, WooCommerce or our own `cart` call writes it. */
  readonly item: unknown;
  readonly currency?: unknown;
  readonly src: string;
}

/** The whole cart as a source sees it; an empty list is an empty cart. */
export interface Snapshot {
  readonly lines: readonly unknown[];
  readonly currency?: unknown;
  readonly total?: unknown;
  readonly src: string;
}

/** A source says what it knows; what is told of it, and when, is the ear's to decide. */
export interface Ear extends Teller {
  /** What the page's markup claims it sells, for those who look at the page itself. */
  claims: readonly Claim[];
  /** What was told of an earlier view by markup that may still be there. */
  before: Fields | undefined;
  /** The product this page is about, in the wire's fields. */
  readonly view: (item: Fields) => void;
  readonly line: (delta: Delta) => void;
  readonly cart: (snapshot: Snapshot) => void;
  /** Any other event of the wire; an order is told once. */
  readonly goal: (name: string, fields: Fields) => void;
  /** From now on `src` reads the cart itself: what others say is only a hint. @param empty - there is no cart yet. */
  readonly watching: (src: string, empty: boolean) => void;
}

/** What every adapter's file calls `listen`. */
export type Start = (ear: Ear) => void;
