/** What a page's kind is judged by, gathered from the page. */

import { isCartNamed, isCheckoutNamed, type PageClues, parts } from "./kind";

const PAYING = '[autocomplete^="cc-"],[autocomplete~="street-address"],[autocomplete~="address-line1"],[name*="card" i][name*="number" i]';
const QUANTITY = 'input[type=number],select[name*="qty" i],select[name*="quantity" i],input[name*="qty" i],input[name*="quantity" i]';
/** Words on what leads there that {@link isCheckoutNamed} does not know. */
const CHECKOUT = /commander|pagar|tramitar|kassan|betal|zamów|оформ/i;

/** Links and pictures looked at; more of them say nothing else. */
const MOST_LOOKED_AT = 300;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** A page that shows a cart, by its address or its first heading. */
export const isCart = (page: Document): boolean =>
  [...parts(decoded(page.location.pathname + page.location.search)).slice(-1), page.querySelector("h1")?.textContent ?? ""].some(isCartNamed);

/**
 * @param product - a product with a price was read.
 * @param many - markup tells of several products.
 * @param told - names of data layer events so far.
 */
export const cluesOf = (page: Document, product: boolean, many: boolean, told: ReadonlySet<string>): PageClues => {
  const { pathname, search } = page.location;
  const heading = page.querySelector("h1")?.textContent ?? "";
  const leads = ({ textContent: words }: Element): boolean => !!words && words.length < 80 && (isCheckoutNamed(words) || CHECKOUT.test(words));
  return {
    path: decoded(pathname + search),
    title: `${page.title} ${heading}`,
    product,
    many: many || cards(page) > 2,
    told,
    cart: !!page.querySelector(QUANTITY) && [...page.querySelectorAll("main a,main button,a[class*=checkout i],button[class*=checkout i]")].slice(0, MOST_LOOKED_AT).some(leads),
    paying: !!page.querySelector(PAYING),
  };
};

/** The largest number of alike neighbours, each with a picture and a link. */
const cards = (page: Document): number => {
  const counts = new Map<string, number>();
  const parents = new Map<Element, number>();
  let looked = 0;
  for (const image of page.querySelectorAll("img")) {
    if (++looked > MOST_LOOKED_AT) break;
    const card = image.closest("a,main article") && image.closest("li,article,[class*=card i],[class*=item i],[class*=product i]");
    const parent = card?.parentElement;
    if (parent && !parent.closest("header,footer,nav,aside")) parents.set(parent, (parents.get(parent) ?? 0) + 1);
  }
  for (const [parent, count] of parents) counts.set(parent.tagName + parent.className, count);
  return Math.max(0, ...counts.values());
};
