/** What one source on a page says is for sale there. */

import { currency } from "../lib/currency";
import { decimal } from "../lib/decimal";
import { pathOf } from "./address";
import { digitsOf } from "./digits";

export interface Claim {
  readonly name?: string | undefined;
  readonly sku?: string | undefined;
  /** Decimal strings: what it may cost, the likeliest first; several where variants differ. */
  readonly prices: readonly string[];
  readonly currency?: string | undefined;
  readonly in_stock?: boolean | undefined;
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  readonly variant?: string | undefined;
  readonly image?: string | undefined;
  readonly url?: string | undefined;
  readonly src: string;
}

/** What all sources of one kind say. */
export interface Claims {
  /** The product the page is about; none on a list or any other page. */
  readonly claim?: Claim | undefined;
  /** More than one product stands side by side. */
  readonly many: boolean;
}

/**
 * A price as markup gives it, as a decimal string above zero. `19.990` of a currency without decimals groups thousands; of
 * any other it is taken at its word.
 */
export const priceOf = (value: unknown, code?: string): string | undefined => {
  const grouped = typeof value === "string" && /^\d{1,3}(\.\d{3})+$/.test(value) && !digitsOf(code);
  const price = Number(decimal(grouped ? value.replace(/\D/g, "") : value));
  return price > 0 ? String(price) : undefined;
};

/** A currency code out of markup: the code itself, or what a sign stands for where there is no doubt. */
export const codeOf = (value: unknown): string | undefined => currency(value) ?? { "€": "EUR", "£": "GBP", "₹": "INR" }[String(value).trim()];

/** Of several claims the one the page is about: by address, else by name, else if it is the only one. */
export const mainOf = (claims: readonly Claim[], here: Here): Claims => {
  const paths = here.addresses.map(pathOf).filter(Boolean);
  const title = plainly(here.title);
  const named = ({ name = "" }: Claim): boolean => name.length > 3 && title.includes(plainly(name));
  const differ = new Set(claims.map(({ name, sku }) => sku ?? name)).size > 1;
  const own =
    claims.find(({ url }) => url && paths.includes(pathOf(url))) ??
    (differ ? claims.toSorted((a, b) => (b.name ?? "").length - (a.name ?? "").length).find(named) : claims.find(({ prices }) => prices[0]) ?? claims[0]);
  return { claim: own, many: !own && claims.length > 0 };
};

/** Where the page is and what it calls itself. */
export interface Here {
  /** Its own address, the canonical one, the one for sharing. */
  readonly addresses: readonly string[];
  /** Title and headings together. */
  readonly title: string;
}

const plainly = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
