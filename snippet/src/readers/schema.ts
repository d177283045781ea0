/** Products as schema.org describes them in a page's JSON-LD. */

import { list } from "../lib/list";
import { record } from "../lib/record";
import { type Claim, type Claims, codeOf, type Here, mainOf, priceOf } from "./claim";
import { clean } from "./clean";
import { stocked } from "./stock";

type Thing = Readonly<Record<string, unknown>>;

/** Types that are sold one at a time. */
const SOLD = /(^|[/:])(Product(Group|Model)?|IndividualProduct|SomeProducts|Vehicle|Car|Motorcycle|Book)$/;

/**
 * Reads each block by itself, so that a broken one costs only itself.
 *
 * @param blocks - the text of every `application/ld+json` script.
 */
export const readJsonLd = (blocks: readonly string[], here: Here): Claims => {
  const found = blocks.flatMap(parse);
  const base = here.addresses[0] ?? "";
  const sold = found.filter((thing) => is(thing, SOLD)).flatMap((thing) => describe(thing, base) ?? []);
  const best = mainOf(sold, here);
  return best.claim ? best : { many: best.many || found.some((thing) => is(thing, /(ItemList|OfferCatalog)$/)) };
};

const parse = (block: string): readonly Thing[] => {
  // Some shops wrap the block in a comment, leave line breaks inside strings, end it twice, or leave a comma at the end.
  const bare = block.replace(/<!\[CDATA\[|\]\]>|\/\*+\/?|<!--|-->/g, "").replace(/^[^[{]*|[^\]}]*$/g, "").replace(/\s+/g, " ");
  for (const words of [bare, bare.replace(/,(\s*[}\]])/g, "$1").replace(/\\(?!["\\/bfnrtu])/g, "")]) {
    try {
      return walk(JSON.parse(words), 0);
    } catch {
      // Tried once more, or left.
    }
  }
  return [];
};

/** Every thing at the top, in a graph, or named as what the page or an offer is about; not what it is only related to. */
const walk = (value: unknown, depth: number): readonly Thing[] =>
  things(value).flatMap((thing) => {
    const inner = depth > 5 ? [] : ["@graph", "mainEntity", "itemOffered"].flatMap((key) => walk(thing[key], depth + 1));
    // An offer that names what it offers: the price stands outside of the thing.
    return [thing, ...inner.map((one) => (thing["itemOffered"] && !one["offers"] ? { ...one, offers: thing } : one))];
  });

const things = (value: unknown): readonly Thing[] => list(value).map((entry) => record(entry) ?? {});

const is = (thing: Thing, type: RegExp): boolean => list(thing["@type"]).some((name) => type.test(String(name)));

/** The variant this address means, else the first with a price; its data go before those of the group. */
const describe = (main: Thing, here: string): Claim | undefined => {
  const variants = things(main["hasVariant"]);
  const chosen = variants.find(({ url }) => address(url, here) === here) ?? variants.find((one) => offersOf(one).prices[0]);
  const best = { ...main, ...chosen };
  const url = address(main["url"], here);
  const name = clean(main["name"] ?? best["name"]);
  const ids = ["sku", "productID", "productGroupID", "mpn", "gtin13", "gtin"].map((key) => clean(best[key], 128));
  return name || ids.some(Boolean)
    ? {
        sku: ids.find(Boolean),
        name,
        ...offersOf(best),
        category: named(list(main["category"]).at(-1)),
        brand: named(list(main["brand"])[0]),
        variant: clean(chosen?.["name"]),
        image: address(list(best["image"])[0], here),
        url,
        src: "jsonld",
      }
    : undefined;
};

const named = (value: unknown): string | undefined => clean(record(value)?.["name"] ?? value);

const address = (value: unknown, here: string): string | undefined => {
  const { url = value, contentUrl = url } = record(value) ?? {};
  try {
    return contentUrl ? clean(new URL(String(contentUrl), here).href) : undefined;
  } catch {
    return undefined;
  }
};

/** Prices before reductions and prices of another measure are not what it costs. */
const OTHER = /list|strike|msrp|srp|regular/i;

/** Prices, currency and stock of all offers; of an aggregate the lowest price. */
const offersOf = (product: Thing): Pick<Claim, "prices" | "currency" | "in_stock"> => {
  const offers = things(product["offers"]).flatMap((offer) => [offer, ...things(offer["offers"])]);
  const read = offers.map((offer) => {
    const specs = things(offer["priceSpecification"]).filter(
      (spec) => !OTHER.test(String(spec["priceType"] ?? "")) && !spec["referenceQuantity"],
    );
    const code = [offer, ...specs].map((one) => codeOf(one["priceCurrency"])).find(Boolean);
    const price = [offer["price"], offer["lowPrice"], ...specs.flatMap((spec) => [spec["price"], spec["minPrice"]])]
      .map((one) => priceOf(one, code))
      .find(Boolean);
    return { price, code, stock: stocked(offer["availability"] ?? record(offer["availability"])?.["@id"]) };
  });
  // The first in stock is what can be bought.
  const best = read.filter(({ price }) => price).toSorted((a, b) => Number(!!b.stock) - Number(!!a.stock));
  const stocks = read.map(({ stock }) => stock).filter((stock) => stock !== undefined);
  return {
    prices: [...new Set(best.flatMap(({ price }) => price ?? []))],
    currency: best.find(({ code }) => code)?.code ?? read.find(({ code }) => code)?.code,
    in_stock: stocks.length ? stocks.includes(true) : undefined,
  };
};
