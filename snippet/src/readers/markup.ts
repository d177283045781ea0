/** Everything a page's markup says about what it sells. */

import type { Claim, Here } from "./claim";
import { readJsonLd } from "./schema";
import { readMicrodata } from "./microdata";
import { readSharing } from "./sharing";

export interface Markup {
  /** The surest first; at most one of a kind. */
  readonly claims: readonly Claim[];
  readonly many: boolean;
}

/** Where the page is and what it calls itself, here and elsewhere. */
export const hereOf = (page: Document): Here => {
  const get = (selector: string, name: string): string => page.querySelector(selector)?.getAttribute(name) ?? "";
  const shared = "meta[property='og:";
  return {
    addresses: [location.href, get("link[rel~=canonical i]", "href"), get(`${shared}url' i]`, "content")].filter(Boolean),
    title: [page.title, get(`${shared}title' i]`, "content"), ...[...page.querySelectorAll("h1")].map((one) => one.textContent)].join(" | "),
  };
};

export const readMarkup = (page: Document, here = hereOf(page)): Markup => {
  const blocks = [...page.querySelectorAll('script[type*="ld+json" i]')].map(({ textContent }) => textContent ?? "");
  const ld = readJsonLd(blocks, here);
  const micro = readMicrodata(page, here);
  const claims = [ld.claim, micro.claim, readSharing(page)].filter((one) => one !== undefined);
  return { claims, many: !claims.length && (ld.many || micro.many) };
};
