/** Which of the readers a page that tells nothing cleanly gives work to, at a glance. */

import { cluesOf, isCart } from "./clues";
import { CLICKED, everywhere, roots } from "./everywhere";
import { pageKind } from "./kind";

const MARKED =
  '[itemtype*="Product" i],[typeof*="Product" i],[itemprop*=price i],[property=price],meta[content=product i],meta[content="og:product" i],meta[property*=price i],meta[name*=price i]';
const DESCRIBED = /Product|Offer|ItemList|Vehicle|"(Car|Motorcycle|Book)"/;
/** An amount and little else, with a sign or a short word. */
const PRICE = /\p{Sc}|\p{Nd} ?[円元圓원]|^\D{0,9}\p{Nd}[^\p{L}]{0,12}$|^\p{L}{1,4}\.?\s?[\p{Nd}.,\s]+$|^[\p{Nd}.,٬٫\s]+[\p{L}.]{1,5}$/u;
const MOST_TEXTS = 1_500;
const LONGEST = 40;

const marked = (page: Document): boolean =>
  !!page.querySelector(MARKED) || [...page.querySelectorAll('script[type*="ld+json" i]')].some(({ textContent }) => DESCRIBED.test(textContent ?? ""));

const priced = (page: Document): boolean => {
  const has = (selector: string): boolean => !!(page.querySelector(selector) ?? everywhere(page, selector)[0]);
  if (!has("h1,h2") || !has(CLICKED)) return false;
  let looked = 0;
  for (const root of roots(page)) {
    const walker = page.createTreeWalker(root, 4);
    while (walker.nextNode() && looked < MOST_TEXTS) {
      const words = (walker.currentNode.nodeValue ?? "").trim();
      if (!words || words.length > LONGEST || !/\p{Nd}/u.test(words)) continue;
      looked++;
      if (PRICE.test(words)) return true;
    }
  }
  return [...page.querySelectorAll("[aria-label]")].some((one) => /^.{0,9}\p{Sc}.{0,20}$/u.test(one.getAttribute("aria-label") ?? ""));
};

/** Names of the adapters that may find something here: what is liberal here costs a fetch, what is strict costs a product. */
export const wanted = (page: Document): string | undefined => (isCart(page) ? "basket" : marked(page) ? "markup" : priced(page) ? "plain" : undefined);

/** `kind`, `topic` and `sure` of the page as it is now. @param told - names of data layer events so far. */
export const kindOf = (page: Document, product: boolean, told: ReadonlySet<string>): Readonly<Record<string, unknown>> => pageKind(cluesOf(page, product, false, told));
