/** Everything a page's markup says about what it sells. */

import type { Claim, Claims } from "./claim";
import { hereOf } from "./here";
import { readSharing } from "./sharing";

export interface Markup {
  /** The surest first; at most one of a kind. */
  readonly claims: readonly Claim[];
  readonly many: boolean;
}

const NOTHING: Claims = { many: false };

/** JSON-LD and microdata are each read by a part of its own, fetched where there is any. */
export const readMarkup = async (page: Document, here = hereOf(page)): Promise<Markup> => {
  const blocks = [...page.querySelectorAll('script[type*="ld+json" i]')].map(({ textContent }) => textContent ?? "");
  const ld = blocks.length ? (await import("./schema")).readJsonLd(blocks, here) : NOTHING;
  const micro = page.querySelector("[itemprop],[typeof]") ? (await import("./microdata")).readMicrodata(page, here) : NOTHING;
  const claims = [ld.claim, micro.claim, readSharing(page)].filter((one) => one !== undefined);
  return { claims, many: !claims.length && (ld.many || micro.many) };
};
