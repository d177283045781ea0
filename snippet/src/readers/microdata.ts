/** Products written into the page's own elements as microdata, and prices that stand alone. */

import { type Claim, type Claims, codeOf, type Here, mainOf, priceOf } from "./claim";
import { clean } from "./clean";
import { slices } from "./slices";
import { stocked } from "./stock";

const PRODUCT = '[itemtype*="schema.org/Product" i],[itemtype*="schema.org/IndividualProduct" i],[typeof~="Product" i],[typeof~="schema:Product" i]';

/** Products looked at before giving up: a page about one names it early. */
const MOST = 40;

/** Elements of one property that belong to `scope`: not to another product inside of it. */
const props = (scope: Element, name: string): readonly Element[] =>
  [...scope.querySelectorAll(`[itemprop~="${name}" i],[property="${name}" i],[property="schema:${name}" i]`)].filter(
    (one) => (one.matches(PRODUCT) ? one.parentElement : one)?.closest(PRODUCT) === (scope.matches(PRODUCT) ? scope : null),
  );

/** What a property says: for machines where that is given, else for people. */
const said = (element: Element | undefined): string | undefined =>
  element?.getAttribute("content") ?? (element?.getAttribute("href") || element?.getAttribute("src") || element?.textContent?.trim()) ?? undefined;

/** A name of its own, not that of its brand or seller. */
const own = (element: Element, scope: Element): boolean =>
  (element.parentElement?.closest("[itemscope],[typeof]") ?? scope) === scope;

const describe = (scope: Element): Claim => {
  const get = (name: string): string | undefined => said(props(scope, name)[0]);
  const code = codeOf(get("priceCurrency"));
  const stocks = props(scope, "availability").map((one) => stocked(said(one))).filter((one) => one !== undefined);
  const prices = ["price", "lowPrice"].flatMap((name) => props(scope, name)).map((one) => priceOf(said(one), code));
  return {
    name: clean(said(props(scope, "name").find((one) => own(one, scope)))),
    sku: ["sku", "productID", "mpn", "gtin13", "gtin"].map((name) => clean(get(name), 128)).find(Boolean),
    prices: [...new Set(prices.flatMap((price) => price ?? []))],
    currency: code,
    in_stock: stocks.length ? stocks.includes(true) : undefined,
    brand: clean(get("brand")),
    category: clean(get("category")),
    image: clean(props(scope, "image")[0]?.getAttribute("src") ?? props(scope, "image")[0]?.getAttribute("content")),
    url: props(scope, "url").find((one) => own(one, scope))?.getAttribute("href") ?? undefined,
    src: "microdata",
  };
};

/** The scopes that stand in no other, in order. */
const outer = (page: Document): readonly Element[] => {
  const found: Element[] = [];
  for (const one of page.querySelectorAll(PRODUCT)) {
    if (!one.parentElement?.closest(PRODUCT)) found.push(one);
    if (found.length >= MOST) break;
  }
  return found;
};

/** Products told by microdata or RDFa; a price outside of any product is the page's own when it stands alone. */
export const readMicrodata = async (page: Document, here: Here): Promise<Claims> => {
  const pause = slices();
  const described: Claim[] = [];
  for (const scope of outer(page)) {
    await pause();
    const claim = describe(scope);
    if (claim.name || claim.prices[0]) described.push(claim);
  }
  const best = mainOf(described, here);
  if (best.claim) return best;
  await pause();
  const many = { many: best.many };
  // Asked first: most pages have no such price, and then nothing else has to be looked for.
  if (best.many || !props(page.documentElement, "price").length) return many;
  const loose = describe(page.documentElement);
  return loose.prices.length === 1 ? { claim: loose, many: false } : many;
};
