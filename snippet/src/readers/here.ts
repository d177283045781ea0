/** Where a page is and what it calls itself. */

import type { Here } from "./claim";

/** Where the page is and what it calls itself, here and elsewhere. */
export const hereOf = (page: Document): Here => {
  const get = (selector: string, name: string): string => page.querySelector(selector)?.getAttribute(name) ?? "";
  const shared = "meta[property='og:";
  return {
    addresses: [location.href, get("link[rel~=canonical i]", "href"), get(`${shared}url' i]`, "content")].filter(Boolean),
    title: [page.title, get(`${shared}title' i]`, "content"), ...[...page.querySelectorAll("h1")].map((one) => one.textContent)].join(" | "),
  };
};
