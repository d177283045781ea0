// What the shop tells its tag manager: the ordinary GA4 e-commerce events, nothing of anybody in particular.

import { minor, plain, shop } from "./shop.js";

/** One product as a GA4 item; `line` may bring size, quantity and place in a list. */
export const item = (product, { quantity = 1, sizeLabel = "", index, list } = {}) => ({
  item_id: product.sku,
  item_name: product.name,
  price: plain(minor(product.price)),
  quantity,
  item_category: product.category,
  ...(sizeLabel && { item_variant: sizeLabel }),
  ...(index !== undefined && { index }),
  ...(list && { item_list_id: list.id, item_list_name: list.name }),
});

/** Basket lines as GA4 items. */
export const items = (lines) => lines.map((line) => item(line.product, line));

/** Pushes one event, after clearing what the one before left behind. */
export const tell = (event, ecommerce) => {
  window.dataLayer.push({ ecommerce: null });
  window.dataLayer.push({ event, ecommerce });
};

/** Pushes an event about several items worth `valueMinor` together. */
export const tellItems = (event, list, valueMinor, more = {}) =>
  tell(event, { currency: shop.currency, value: plain(valueMinor), ...more, items: list });
