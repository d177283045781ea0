/** GA4 e-commerce events as ours: items to lines, numbers to decimal strings. Pure. */

import { currency } from "../lib/currency";
import { decimal } from "../lib/decimal";
import { list } from "../lib/list";
import { record } from "../lib/record";
import { text } from "../lib/text";
import { trim } from "../lib/trim";
import type { Fields } from "../wire";

/** An event ready to be kept: its name and its fields. */
export type Told = readonly [name: string, fields: Fields];

/** A cart has at most so many lines on the wire. */
const MOST_LINES = 50;
const MOST_QTY = 100_000;

const count = (value: unknown, otherwise: number): number => {
  const n = Math.round(Number(value ?? otherwise));
  return n >= 0 && n <= MOST_QTY ? n : otherwise;
};

/** One line of a cart, from a GA4 item or from a line as our own `cart` call has it; undefined without an id. */
export const cartLine = (value: unknown): Fields | undefined => {
  const item = record(value) ?? {};
  const name = text(item["item_name"] ?? item["name"], 120);
  const sku = text(item["sku"] ?? item["item_id"] ?? item["id"] ?? item["product_id"], 64) ?? name;
  return sku === undefined
    ? undefined
    : trim({
        sku,
        name: name ?? sku,
        qty: count(item["qty"] ?? item["quantity"], 1),
        price: decimal(item["price"]),
        image: text(item["image"], 200),
        url: text(item["url"], 200),
      });
};

/** A cart as a whole; undefined when its currency is nowhere to be had. */
export const cart = (value: Fields, lines: unknown, total: unknown, src: string, money: unknown): Fields | undefined => {
  const code = currency(value["currency"] ?? record(list(lines)[0])?.["currency"] ?? money);
  if (!code) return undefined;
  const read = list(lines).slice(0, MOST_LINES).map(cartLine);
  return trim({ currency: code, total: decimal(total), lines: read.filter((line) => line !== undefined), src });
};

/**
 * One event of a data layer as events of ours, none when it says nothing to us.
 *
 * @param money - the currency where the event names none.
 * @param src - who told us.
 */
export const fromGa4 = (name: string, body: Fields, money: unknown, src = "datalayer"): readonly Told[] => {
  const code = currency(body["currency"] ?? money);
  const items = list(body["items"]);
  const worth = trim({ value: decimal(body["value"]), currency: code });
  switch (name) {
    case "add_to_cart":
    case "remove_from_cart":
      return items.flatMap((item) => changed(name, item, code, src));
    case "view_cart": {
      const seen = body["items"] === undefined ? undefined : cart(body, items, body["value"], src, money);
      return [seen ? ["cart", seen] : [name, worth]];
    }
    case "begin_checkout":
      return [[name, worth]];
    case "add_shipping_info":
      return [[name, trim({ ...worth, tier: text(body["shipping_tier"]), cost: decimal(body["shipping"]) })]];
    case "add_payment_info":
      return [[name, trim({ ...worth, type: text(body["payment_type"]) })]];
    case "view_item_list":
      return [[name, listing(body, items)]];
    case "select_item":
      return items.slice(0, 1).flatMap((item) => (cartLine(item) ? [[name, { sku: cartLine(item)?.["sku"] }] as Told] : []));
    case "purchase": {
      const order = text(body["transaction_id"], 128);
      return order ? [[name, { order, ...worth }]] : [];
    }
    case "view_item":
      return items.slice(0, 1).flatMap((item) => viewed(item, code, src));
    default:
      return /^(search|login|sign_up|generate_lead)$/.test(name) ? [[name, {}]] : [];
  }
};

const changed = (name: string, item: unknown, code: string | undefined, src: string): readonly Told[] => {
  const line = cartLine(item);
  const own = currency(record(item)?.["currency"]) ?? code;
  if (!line) return [];
  const { sku, qty, name: called, price } = line;
  return [[name, trim({ sku, qty, name: called, price, currency: own, src })]];
};

const listing = (body: Fields, items: readonly unknown[]): Fields => {
  const first = record(items[0]);
  const named = body["item_list_name"] ?? first?.["item_list_name"] ?? body["item_list_id"];
  return trim({ list: text(named), category: text(first?.["item_category"]), count: items.length });
};

const viewed = (item: unknown, code: string | undefined, src: string): readonly Told[] => {
  const line = cartLine(item);
  if (!line) return [];
  const thing = record(item) ?? {};
  const { sku, name, price } = line;
  const more = { category: text(thing["item_category"]), brand: text(thing["item_brand"]) };
  return [["view_item", trim({ sku, name, price, currency: code, ...more, src })]];
};
