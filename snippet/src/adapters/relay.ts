/** E-commerce events in GA4's names as the ear wants them: products, lines, carts and the rest. */

import { list } from "../lib/list";
import { fromGa4 } from "../readers/commerce";
import type { Fields } from "../wire";
import type { Ear } from "./ear";

/** @param src - who told us. */
export const relay = (ear: Ear, name: string, body: Fields, src: string): void => {
  const items = list(body["items"]);
  if (name === "add_to_cart" || name === "remove_from_cart") {
    for (const item of items) ear.line({ op: name === "add_to_cart" ? "add" : "remove", item, currency: body["currency"], src });
    return;
  }
  if (name === "view_cart" && body["items"] !== undefined) {
    ear.cart({ lines: items, currency: body["currency"], total: body["value"], src });
    return;
  }
  for (const [told, fields] of fromGa4(name, body, ear.currency(), src)) {
    if (told === "view_item") ear.view(fields);
    else ear.goal(told, fields);
  }
};
