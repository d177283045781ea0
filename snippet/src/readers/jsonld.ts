/** Products as schema.org describes them in a page's JSON-LD. */

import { currency } from "../lib/currency";
import { decimal } from "../lib/decimal";
import { list } from "../lib/list";
import { record } from "../lib/record";
import { text } from "../lib/text";

type Thing = Readonly<Record<string, unknown>>;

/** What a page says it sells. */
export interface Sold {
  /** The product the page is about; none on a list or any other page. */
  readonly item?: Thing | undefined;
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
  const products = things.filter((thing) => is(thing, /Product(Group)?$/));
  const own = products.find((thing) => bare(address(thing["url"], here)) === bare(here));
  const main = products.length === 1 ? products[0] : own;
  return { item: main && describe(main, here), many: !main && things.some((thing) => is(thing, /(Product|ItemList)$/)) };
};

const parse = (block: string): readonly Thing[] => {
  try {
    // Some shops wrap the block in a comment, and leave line breaks inside strings.
    return walk(JSON.parse(block.replace(/^[^[{]*|[^\]}]*$/g, "").replace(/\s+/g, " ")), 0);
  } catch {
    return [];
  }
};

/** Every thing at the top, in a graph, or named as what the page is about; not what it is only related to. */
const walk = (value: unknown, depth: number): readonly Thing[] =>
  things(value).flatMap((thing) =>
    depth > 5 ? [] : [thing, ...walk(thing["@graph"], depth + 1), ...walk(thing["mainEntity"], depth + 1)],
  );

const things = (value: unknown): readonly Thing[] => list(value).map((entry) => record(entry) ?? {});

const is = (thing: Thing, type: RegExp): boolean => list(thing["@type"]).some((name) => type.test(String(name)));

/** The variant this address means, else the first with a price; its data go before those of the group. */
const describe = (main: Thing, here: string): Thing | undefined => {
  const variants = things(main["hasVariant"]);
  const chosen = variants.find(({ url }) => address(url, here) === here) ?? variants.find((one) => offerOf(one)["price"]);
  const best = { ...main, ...chosen };
  const url = address(main["url"] ?? bare(here), here);
  const name = text(main["name"] ?? best["name"]);
  const ids = ["sku", "productID", "productGroupID", "mpn", "gtin13", "gtin"].map((key) => text(best[key], 128));
  const sku = ids.find(Boolean) ?? text(url, 128);
  return !name || !sku
    ? undefined
    : {
        sku,
        name,
        ...offerOf(best),
        category: named(list(main["category"]).at(-1)),
        brand: named(list(main["brand"])[0]),
        variant: text(chosen?.["name"]),
        image: address(list(best["image"])[0], here),
        url,
        src: "jsonld",
      };
};

const named = (value: unknown): string | undefined => text(record(value)?.["name"] ?? value);

const address = (value: unknown, here: string): string | undefined => {
  const { url = value, contentUrl = url } = record(value) ?? {};
  try {
    return contentUrl ? text(new URL(String(contentUrl), here).href) : undefined;
  } catch {
    return undefined;
  }
};

/** Without query and fragment: an address the page did not name may carry what is nobody's business. */
const bare = (url: string | undefined): string | undefined => url?.split(/[?#]/)[0];

/** Price, currency and stock of the first offer with a price; of an aggregate the lowest price. */
const offerOf = (product: Thing): Thing => {
  const offers = things(product["offers"]).flatMap((offer) => [offer, ...things(offer["offers"])]);
  const read = offers.map(({ price, lowPrice, priceCurrency, priceSpecification, availability }) => {
    const spec = things(priceSpecification)[0] ?? {};
    return {
      price: decimal(price ?? lowPrice ?? spec["price"]),
      currency: currency(priceCurrency ?? spec["priceCurrency"]),
      in_stock: availability ? /(InStock|Limited|Online|PreOrder|BackOrder)\w*$/i.test(String(availability)) : undefined,
    };
  });
  return read.find(({ price }) => price) ?? read[0] ?? {};
};
