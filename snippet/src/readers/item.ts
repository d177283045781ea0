/** Claims of markup as one item of the wire. */

import { text } from "../lib/text";
import type { Fields } from "../wire";
import { skuOf } from "./address";
import type { Claim, Here } from "./claim";

/** The surest claim that has a price, else the surest. */
export const toldOf = (claims: readonly Claim[]): Claim | undefined => claims.find(({ prices }) => prices[0]);

/** What several claims say together: of each field the surest source's. The page's address names what nothing else does. */
export const merged = (claims: readonly Claim[], here: Here): Fields => {
  const all: Record<string, unknown> = { src: "page" };
  for (const claim of claims.toReversed()) for (const [key, value] of Object.entries(claim)) if (value !== undefined) all[key] = value;
  const { prices: _prices, ...fields } = all;
  const [address] = here.addresses;
  const sku = fields["sku"] ?? text(skuOf(address), 64) ?? "/";
  const name = fields["name"] ?? text(here.title.split("|")[0], 120) ?? sku;
  return { ...fields, sku, name, url: fields["url"] ?? address?.replace(/[?#].*/, "") };
};
