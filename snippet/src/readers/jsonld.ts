/** Products as schema.org describes them in a page's JSON-LD. */

import { currency } from "../lib/currency";
import { decimal } from "../lib/decimal";
import { list } from "../lib/list";
import { record } from "../lib/record";
import { text } from "../lib/text";
import { trim } from "../lib/trim";

type Thing = Readonly<Record<string, unknown>>;

/** What a page says it sells. */
export interface Sold {
  /** The product the page is about; none on a list or any other page. */
  readonly item?: Thing;
  /** More than one product stands side by side. */
  readonly many: boolean;
}

/**
 * Reads each block by itself, so that a broken one costs only itself.
 *
 * @param blocks - the text of every `application/ld+json` script.
 * @param here - the page's address; decides between several products.
 */
export const readJsonLd = (blocks: readonly string[], here: string): Sold => {
  const things = blocks.flatMap(parse);
  const products = things.filter((thing) => is(thing, "Product") || is(thing, "ProductGroup"));
  const own = products.length > 1 ? products.find((thing) => pathOf(thing["url"], here) === pathOf(here, here)) : undefined;
  const [only] = products;
  const main = products.length === 1 ? only : own;
  const item = main && describe(main, here);
  return { many: !main && (products.length > 1 || things.some((thing) => is(thing, "ItemList"))), ...(item && { item }) };
};

const parse = (block: string): readonly Thing[] => {
  try {
    // Some shops leave line breaks inside strings, or wrap the whole in a comment.
    const clean = block.replace(/^\s*(<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[)|(-->|\/\/\s*\]\]>)\s*$/g, "").replace(/[\u0000-\u001f]+/g, " ");
    return walk(JSON.parse(clean), 0);
  } catch {
    return [];
  }
};

/** Every thing at the top, in a graph, or named as what the page is about; not what it is only related to. */
const walk = (value: unknown, depth: number): readonly Thing[] =>
  list(value).flatMap((entry) => {
    const thing = record(entry);
    if (!thing || depth > 5) return [];
    return [thing, ...["@graph", "mainEntity"].flatMap((key) => walk(thing[key], depth + 1))];
  });

const is = (thing: Thing, type: string): boolean =>
  list(thing["@type"]).some((name) => String(name).replace(/^.*[/:]/, "") === type);

const pathOf = (url: unknown, here: string): string | undefined => {
  try {
    return typeof url === "string" && url ? new URL(url, here).pathname : undefined;
  } catch {
    return undefined;
  }
};

const describe = (main: Thing, here: string): Thing | undefined => {
  const variants = list(main["hasVariant"]).map(record);
  const query = here.split("?")[1] ?? "";
  const chosen = (variant: Thing | undefined): boolean =>
    variant?.["url"] === here || (query !== "" && String(variant?.["url"]).endsWith(`?${query}`));
  const variant = variants.find(chosen) ?? variants.find((one) => offerOf(one ?? {}).price);
  const { price, code, stock } = variant ? offerOf(variant) : offerOf(main);
  const name = text(main["name"] ?? variant?.["name"]);
  const sku = text(idOf(variant) ?? idOf(main) ?? pathOf(main["url"] ?? here, here), 128);
  if (!name || !sku) return undefined;
  return trim({
    sku,
    name,
    price,
    currency: code,
    category: text(nameOf(list(main["category"]).at(-1))),
    brand: text(nameOf(list(main["brand"])[0])),
    variant: text(variant?.["name"]),
    image: address(list(variant?.["image"] ?? main["image"])[0], here),
    url: address(main["url"], here),
    in_stock: stock,
    src: "jsonld",
  });
};

const idOf = (thing: Thing | undefined): unknown =>
  ["sku", "productID", "productGroupID", "mpn", "gtin13", "gtin"].map((key) => thing?.[key]).find(Boolean);

const nameOf = (value: unknown): unknown => (typeof value === "string" ? value : record(value)?.["name"]);

const address = (value: unknown, here: string): string | undefined => {
  const url = typeof value === "string" ? value : (record(value)?.["url"] ?? record(value)?.["contentUrl"]);
  try {
    return typeof url === "string" && url ? text(new URL(url, here).href) : undefined;
  } catch {
    return undefined;
  }
};

interface Offer {
  readonly price?: string | undefined;
  readonly code?: string | undefined;
  readonly stock?: boolean | undefined;
}

/** The first offer with a price; of an aggregate the lowest. */
const offerOf = (product: Thing): Offer => {
  const offers = list(product["offers"]).flatMap((offer) => {
    const thing = record(offer) ?? {};
    return [thing, ...list(thing["offers"]).map((inner) => record(inner) ?? {})];
  });
  const read = offers.map(readOffer);
  return read.find(({ price }) => price) ?? read[0] ?? {};
};

const readOffer = (offer: Thing): Offer => {
  const spec = record(list(offer["priceSpecification"])[0]);
  const availability = String(offer["availability"] ?? "");
  return {
    price: decimal(offer["price"] ?? offer["lowPrice"] ?? spec?.["price"]),
    code: currency(offer["priceCurrency"] ?? spec?.["priceCurrency"]),
    stock: availability ? /(InStock|LimitedAvailability|OnlineOnly|PreOrder|BackOrder)$/i.test(availability) : undefined,
  };
};
