/** Everything a page's markup says about what it sells. */

import type { Claim, Claims } from "./claim";
import { hereOf } from "./here";

export interface Markup {
  /** The surest first; at most one of a kind. */
  readonly claims: readonly Claim[];
  readonly many: boolean;
}

const NOTHING: Claims = { many: false };

const SHARED = "meta[property*=price i],meta[name*=price i],meta[content*=product i]";

/** JSON-LD, microdata and tags for sharing are each read by a part of its own, fetched where there is any. */
export const readMarkup = async (page: Document, here = hereOf(page)): Promise<Markup> => {
  const blocks = [...page.querySelectorAll('script[type*="ld+json" i]')].map(({ textContent }) => textContent ?? "");
  const ld = blocks.length ? (await import("./schema")).readJsonLd(blocks, here) : NOTHING;
  const micro = page.querySelector("[itemprop],[typeof]") ? await (await import("./microdata")).readMicrodata(page, here) : NOTHING;
  const shared = page.querySelector(SHARED) ? (await import("./sharing")).readSharing(page) : undefined;
  const claims = [ld.claim, micro.claim, shared].filter((one) => one !== undefined);
  return { claims, many: !claims.length && (ld.many || micro.many) };
};
