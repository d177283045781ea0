/** GA4 e-commerce events as ours: items to lines, numbers to decimal strings. Pure. */

import { currency } from "../lib/currency";
import { decimal } from "../lib/decimal";
import { list } from "../lib/list";
import { record } from "../lib/record";
import { text } from "../lib/text";
import type { Fields } from "../wire";

/** An event ready to be kept: its name and its fields. */
export type Told = readonly [name: string, fields: Fields];

const NOTHING: Fields = {};
/** A cart has at most so many lines on the wire. */
const MOST_LINES = 50;

/** One line of a cart, from a GA4 item or from a line as our own `cart` call has it; undefined without an id. */
export const cartLine = (value: unknown): Fields | undefined => {
  const item = record(value) ?? {};
  const called = text(item["item_name"] ?? item["name"], 120);
  const sku = text(item["sku"] ?? item["item_id"] ?? item["id"] ?? item["product_id"] ?? called, 64);
  const qty = Math.round(Number(item["qty"] ?? item["quantity"] ?? 1));
  const more = { price: decimal(item["price"]), image: text(item["image"], 200), url: text(item["url"], 200) };
  return sku ? { sku, name: called ?? sku, qty: qty >= 0 && qty < 1e5 ? qty : 1, ...more } : undefined;
};

const lines = (items: unknown): readonly Fields[] =>
  list(items).slice(0, MOST_LINES).map(cartLine).filter((line) => !!line);

/** A cart as a whole; undefined when its currency is nowhere to be had. */
export const cart = (value: Fields, items: unknown, total: unknown, src: string, money: unknown): Fields | undefined => {
  const code = currency(value["currency"] ?? record(list(items)[0])?.["currency"] ?? money);
  return code ? { currency: code, total: decimal(total), lines: lines(items), src } : undefined;
};

/**
 * One event of a data layer as events of ours, none when it says nothing to us.
 *
 * @param money - the currency where the event names none.
 * @param src - who told us.
 */
export const fromGa4 = (name: string, body: Fields, money: unknown, src = "datalayer"): readonly Told[] => {
  const items = body["items"];
  const first = record(list(items)[0]) ?? {};
  const code = currency(body["currency"] ?? first["currency"] ?? money);
  const worth = { value: decimal(body["value"]), currency: code };
  const one = (fields: Fields): readonly Told[] => [[name, fields]];
  const each = (keys: readonly string[], more: Fields = NOTHING): readonly Told[] =>
    lines(items).map((line) => [name, { ...Object.fromEntries(keys.map((key) => [key, line[key]])), ...more }]);
  switch (name) {
    case "add_to_cart":
    case "remove_from_cart":
      return each(["sku", "qty", "name", "price"], { currency: code, src });
    case "view_item":
      return each(["sku", "name", "price"], { currency: code, category: text(first["item_category"]), src }).slice(0, 1);
    case "select_item":
      return each(["sku"]).slice(0, 1);
    case "view_cart": {
      const seen = items === undefined ? undefined : cart(body, items, body["value"], src, money);
      return seen ? [["cart", seen]] : one(worth);
    }
    case "begin_checkout":
    case "add_shipping_info":
    case "add_payment_info":
      return one({ ...worth, tier: text(body["shipping_tier"]), cost: decimal(body["shipping"]), type: text(body["payment_type"]) });
    case "view_item_list": {
      const named = body["item_list_name"] ?? first["item_list_name"] ?? body["item_list_id"];
      return one({ list: text(named), category: text(first["item_category"]), count: list(items).length });
    }
    case "purchase": {
      const order = text(body["transaction_id"], 128);
      return order ? one({ order, ...worth }) : [];
    }
    case "search":
    case "login":
    case "sign_up":
    case "generate_lead":
      return one(NOTHING);
    default:
      return [];
  }
};
