/** The product a page is about: what markup claims, held against what can be seen. */

import type { Claim, Here } from "./claim";
import { buyButtons, titleOf } from "./landmarks";
import { regionOf } from "./region";
import { ENOUGH, seenPrices } from "./visible";

export interface Product extends Claim {
  readonly price?: string | undefined;
  /** 1 when two witnesses agree on the price, less when one says it alone. */
  readonly sure: number;
}

/** Certainty of a price that is told but not seen, and of one that is seen but not told; our own choice. */
const TOLD = 0.8;
const SEEN = 0.6;

/** What several claims say together: of each field the surest source's. */
const merged = (claims: readonly Claim[]): Claim => {
  const all: Record<string, unknown> = { prices: [], src: "visible" };
  for (const claim of claims.toReversed()) for (const [key, value] of Object.entries(claim)) if (value !== undefined) all[key] = value;
  return all as unknown as Claim;
};

/**
 * Undefined where nothing is sold: no claim, and no button to buy beside a price. A claimed price that can be seen is
 * sure; where one of several claimed prices stands out on the page, that is the one.
 */
export const readProduct = (page: Document, claims: readonly Claim[], here: Here): Product | undefined => {
  const code = claims.map(({ currency }) => currency).find(Boolean);
  const seen = seenPrices(page, { currency: code, region: regionOf(here.addresses, page.documentElement.lang) });
  const likely = seen[0] && seen[0].score >= ENOUGH ? seen[0] : undefined;
  const told = claims.find(({ prices }) => prices[0]);
  const title = titleOf(page);
  const buys = buyButtons(page).length > 0;
  if (!claims.length && !(title && buys && likely)) return undefined;
  const says = ({ prices }: Claim, amount: string): boolean => prices.some((one) => Number(one) === Number(amount));
  const agreed = seen.find(({ amount }) => told && says(told, amount)) ?? (claims.some((one) => likely && says(one, likely.amount)) ? likely : undefined);
  const price = agreed?.amount ?? told?.prices[0] ?? likely?.amount;
  const all = merged(claims);
  return {
    ...all,
    name: all.name ?? title?.textContent?.trim(),
    price: price && String(Number(price)),
    currency: code ?? (agreed ?? likely)?.currency,
    in_stock: all.in_stock ?? (buys || undefined),
    sure: agreed ? 1 : told ? TOLD : SEEN,
  };
};
