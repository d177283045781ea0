// The shelf tells the tag manager what is on it.

import { item, tell } from "./ledger.js";
import { shop } from "./shop.js";

const { id, name, skus } = shop.list;
tell("view_item_list", {
  item_list_id: id,
  item_list_name: name,
  items: skus.map((sku, index) => item(shop.goods[sku], { index, list: shop.list })),
});
