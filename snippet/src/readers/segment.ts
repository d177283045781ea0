/** Segment-style track calls as the GA4 events they stand for. Pure. */

import { list } from "../lib/list";
import type { Fields } from "../wire";

const NAMES: Readonly<Record<string, string>> = {
  "product added": "add_to_cart",
  "product removed": "remove_from_cart",
  "product viewed": "view_item",
  "product list viewed": "view_item_list",
  "product clicked": "select_item",
  "products searched": "search",
  "cart viewed": "view_cart",
  "checkout started": "begin_checkout",
  "order completed": "purchase",
};

/** Name and body of the GA4 event, undefined for a name of the shop's own. */
export const fromSegment = (name: string, props: Fields): readonly [string, Fields] | undefined => {
  const ga4 = NAMES[name.toLowerCase()];
  if (!ga4) return undefined;
  const { products, value, revenue, total, currency, order_id: order } = props;
  const items = products === undefined ? [props] : list(products);
  return [ga4, { items, value: value ?? revenue ?? total, currency, transaction_id: order }];
};
