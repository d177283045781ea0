/** The usual, clean case: one product that a page's JSON-LD or its sharing tags tell once, at one plain price. */

import { currency } from "../lib/currency";
import { list } from "../lib/list";
import { record } from "../lib/record";
import { text } from "../lib/text";
import type { Fields } from "../wire";

/** Without groups, and with decimals that can be nothing else: no country reads it otherwise. */
const PLAIN = /^\d{1,7}(\.\d{1,2})?$/;

/** Whether stock is told by one of schema.org's usual words, or by OpenGraph's. */
const inStock = (value: unknown): boolean | undefined => {
  const [, out, in_] = /(out.?of.?stock|sold.?out|discontinued)|(in.?stock|limited|online|pre|back)/i.exec(String(value)) ?? [];
  return out ? false : in_ ? true : undefined;
};

/** Every thing at the top, in a graph, or named as what the page is about. */
const walk = (value: unknown): readonly Fields[] =>
  list(value).flatMap((one) => {
    const thing = record(one);
    return thing ? [thing, ...walk(thing["@graph"]), ...walk(thing["mainEntity"])] : [];
  });

/** One product of one offer; anything else is for those who weigh one word against another. */
const described = (things: readonly Fields[]): Fields | undefined => {
  const [thing, other] = things.filter((one) => /Product|Vehicle|Motorcycle|Book$|Offer/.test(String(one["@type"])));
  const [offer, second] = list(thing?.["offers"]).map((one) => record(one) ?? {});
  if (other || !offer || second || !String(thing?.["@type"]).endsWith("Product") || thing?.["hasVariant"] || offer["offers"] || offer["priceSpecification"]) return undefined;
  const { sku = thing?.["productID"] ?? thing?.["mpn"], name, brand, category, image, url } = thing ?? {};
  const own = (value: unknown, key: string): unknown => record(value)?.[key] ?? value;
  const address = (value: unknown): string | undefined => (value ? text(new URL(String(value), location.href).href) : undefined);
  return {
    sku: text(sku, 128),
    name: text(name),
    price: offer["price"],
    currency: offer["priceCurrency"],
    in_stock: inStock(offer["availability"]),
    category: text(own(list(category).at(-1), "name")),
    brand: text(own(list(brand)[0], "name")),
    image: address(own(list(image)[0], "url")),
    url: address(url),
    src: "jsonld",
  };
};

/** The same from the tags for those the page is shared with. */
const shared = (page: Document): Fields => {
  const said = (name: string): unknown => page.querySelector(`meta[property$="${name}" i]`)?.getAttribute("content") ?? undefined;
  return {
    sku: text(said("product:retailer_item_id"), 128),
    name: text(said("og:title")),
    price: said(":price:amount"),
    currency: said(":price:currency"),
    in_stock: inStock(said(":availability")),
    brand: text(said(":brand")),
    image: text(said("og:image")),
    src: "opengraph",
  };
};

/** @returns the product in the wire's fields; undefined where anything about it leaves a doubt. */
export const quickly = (page: Document): Fields | undefined => {
  try {
    const things = [...page.querySelectorAll('script[type*="ld+json" i]')].flatMap((one) => walk(JSON.parse(one.textContent ?? "")));
    const item = things.some(({ offers }) => offers) ? described(things) : page.querySelector("[itemprop*=price],[property*=sale]") ? undefined : shared(page);
    const price = String(item?.["price"] ?? "").trim();
    const code = currency(item?.["currency"]);
    const address = location.href.replace(/[?#].*/, "");
    // A long number in an address is a shop's own number of the product nearly everywhere.
    const sku = item?.["sku"] ?? location.pathname.match(/\d{5,}/g)?.at(-1);
    return code && item?.["name"] && sku && PLAIN.test(price) && Number(price) > 0 && !/&#?\w+;/.test(String(item["name"])) ? { ...item, url: item["url"] ?? address, sku, price: String(Number(price)), currency: code } : undefined;
  } catch {
    // Written badly: those who can make something of it are asked.
    return undefined;
  }
};
