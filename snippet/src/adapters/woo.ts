/** Adapter for WooCommerce: its events are only hints that carry no product; the Store API says what is in the cart. */

import { list } from "../lib/list";
import { record } from "../lib/record";
import type { Fields } from "../wire";
import { cartWatch } from "./cart_watch";
import type { Ear } from "./ear";

const SRC = "woo";
const HINTS = "added_to_cart removed_from_cart updated_cart_totals updated_wc_div wc_cart_emptied";
const BLOCKS = ["wc-blocks_added_to_cart", "wc-blocks_removed_from_cart"];

/** Whole minor units, as the Store API writes money. */
const major = (value: unknown, prices: Fields): number => Number(value) / 10 ** Number(prices["currency_minor_unit"] ?? 2);

const line = (value: unknown): Fields => {
  const item = record(value) ?? {};
  const prices = record(item["prices"]) ?? {};
  return {
    sku: String(item["id"]),
    name: item["name"],
    qty: item["quantity"],
    price: major(prices["price"], prices),
    image: record(list(item["images"])[0])?.["thumbnail"],
    url: item["permalink"],
  };
};

export const listen = (ear: Ear): void => {
  const root = document.querySelector('link[rel="https://api.w.org/"]')?.getAttribute("href") ?? "/wp-json/";
  const read = async (): Promise<void> => {
    const answer = await fetch(`${root}wc/store/v1/cart`, { credentials: "same-origin" });
    const cart = record(await answer.json()) ?? {};
    const totals = record(cart["totals"]) ?? {};
    if (cart["items"]) ear.cart({ lines: list(cart["items"]).map(line), currency: totals["currency_code"], total: major(totals["total_price"], totals), src: SRC });
  };
  const look = cartWatch(ear, SRC, /wc-ajax=(add_to|remove_from|apply)|\/wc\/store\/(v1\/)?(cart\/|batch)/, /woocommerce_items_in_cart=[1-9]/, read);
  for (const name of BLOCKS) document.body.addEventListener(name, look);
  const { jQuery } = window as { jQuery?: (of: unknown) => { on?: (names: string, heard: () => void) => void } };
  jQuery?.(document.body).on?.(HINTS, look);
};
