/** What a page tells those it is shared with: OpenGraph, product and Twitter tags. */

import { type Claim, codeOf, priceOf } from "./claim";
import { clean } from "./clean";
import { stocked } from "./stock";

/** A product told by meta tags; none where neither its price nor its type is given. */
export const readSharing = (page: Document): Claim | undefined => {
  const get = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const said = page.querySelector(`meta[property="${name}" i],meta[name="${name}" i]`)?.getAttribute("content")?.trim();
      if (said) return said;
    }
    return undefined;
  };
  const told = ["product:sale_price", "product:price", "og:price", "product:price:sale"].map((name) => get(`${name}:amount`, name));
  const code = codeOf(get("product:sale_price:currency", "product:price:currency", "og:price:currency", "product:currency"));
  const prices = told.flatMap((one) => priceOf(one, code) ?? []);
  if (!prices.length && !/product/i.test(get("og:type") ?? "")) return undefined;
  return {
    name: clean(get("og:title", "twitter:title")),
    sku: clean(get("product:retailer_item_id", "product:sku", "product:mfr_part_no"), 128),
    prices: [...new Set(prices)],
    currency: code,
    in_stock: stocked(get("product:availability", "og:availability")),
    brand: clean(get("product:brand", "og:brand")),
    image: clean(get("og:image")),
    url: clean(get("og:url")),
    src: "opengraph",
  };
};
