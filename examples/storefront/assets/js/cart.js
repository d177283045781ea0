// The basket: which product, which size, how many. Prices always come from the page, never from memory.

import { lasting } from "./memory.js";
import { minor, shop } from "./shop.js";

const NAME = "cart";
const MOST = 20;

const whole = (line) => Number.isInteger(line?.quantity) && line.quantity > 0 && typeof line.sku === "string";

const read = () => {
  const kept = lasting.read(NAME, []);
  return Array.isArray(kept) ? kept.filter(whole) : [];
};

const write = (lines) => {
  lasting.write(NAME, lines);
  dispatchEvent(new Event("cart"));
};

const same = (line, sku, size) => line.sku === sku && line.size === size;

/** How many pieces are in the basket, known products or not. */
export const count = () => read().reduce((sum, line) => sum + line.quantity, 0);

/** The lines this page has products for, each with its product and its sum in whole minor units. */
export const lines = () =>
  read()
    .filter((line) => Object.hasOwn(shop.goods, line.sku))
    .map((line) => {
      const product = shop.goods[line.sku];
      return { ...line, product, sizeLabel: product.sizes[line.size] ?? "", sumMinor: minor(product.price) * line.quantity };
    });

/** What the goods cost together, in whole minor units. */
export const goodsMinor = () => lines().reduce((sum, line) => sum + line.sumMinor, 0);

/** How many of one product and size there are. */
export const held = (sku, size) => read().find((line) => same(line, sku, size))?.quantity ?? 0;

/** Sets how many there are of one product and size (0 removes it); gives the change. */
export const put = (sku, size, quantity) => {
  const before = held(sku, size);
  const after = Math.max(0, Math.min(MOST, quantity));
  const others = read();
  const at = others.findIndex((line) => same(line, sku, size));
  if (at < 0) others.push({ sku, size, quantity: after });
  else others[at] = { sku, size, quantity: after };
  write(others.filter((line) => line.quantity > 0));
  return after - before;
};

export const clear = () => write([]);
