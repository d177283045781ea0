/** That something was copied, and what kind of thing; the words themselves are never told. */

import { busyField } from "../lib/busy_field";
import { listenAll } from "../lib/listen_all";
import { MASK, type Watched } from "./watched";

/** Longer words than these are neither a price nor a code. */
const SHORT = 24;
const PRICE = /^\D{0,5}\d[\d.,'’\s]*\D{0,5}$/;
const MONEY = /[€$£¥₹₺₽₩₴₪]|\b(eur|usd|gbp|chf|kr|zł|kč|ft|lei|aed|r\$)\b|[.,]\d{2}$/i;
const CODE = /^(?=.*[A-Z])[A-Z0-9][A-Z0-9_-]{3,}$/;

const plain = (words: string | null | undefined): string => (words ?? "").replace(/\s+/g, " ").trim().toLowerCase();

/** What copied words are, beside the titles of the page. */
export const kindOfWords = (words: string, titles: readonly string[]): "title" | "price" | "code" | "other" => {
  const said = words.replace(/\s+/g, " ").trim();
  if (said.length <= SHORT && PRICE.test(said) && MONEY.test(said)) return "price";
  const named = plain(said);
  if (named.length > 3 && titles.some((title) => plain(title).includes(named) || (title && named.includes(plain(title))))) return "title";
  return said.length <= SHORT && CODE.test(said) ? "code" : "other";
};

/** Tells of what is marked, as it was copied just now, and of every copy from now on. */
export const copies = ({ safely, add }: Watched): void => {
  const look = safely(() => {
    const marked = getSelection();
    const words = marked?.toString();
    // What is written into a field is nobody's business.
    if (!words?.trim() || busyField() || marked?.anchorNode?.parentElement?.closest(MASK)) return;
    const titles = [...document.querySelectorAll("h1")].map(({ textContent }) => textContent);
    add("copy_text", { what: kindOfWords(words, titles) });
  });
  look();
  listenAll(document, "copy", look);
};
