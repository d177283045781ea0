// The sums of an order and its short list of lines, as the basket and the checkout show them.

import { price, say, shippingMinor } from "./shop.js";

const set = (id, text) => {
  document.getElementById(id).textContent = text;
};

/** Writes goods, shipping and total; gives the two that were computed, in whole minor units. */
export const showSums = (goods, country) => {
  const shipping = shippingMinor(goods, country);
  set("sum-goods", price(goods));
  set("sum-shipping", shipping === 0 ? say("free") : price(shipping));
  set("sum-total", price(goods + shipping));
  return { shipping, total: goods + shipping };
};

/** Writes where the parcel goes, once it is known. */
export const showWhere = (text) => set("sum-where", text);

/** Lists the lines shortly: how many, what, which size, how much. */
export const showLines = (lines) => {
  document.getElementById("order-lines").replaceChildren(
    ...lines.map((line) => {
      const row = document.createElement("li");
      const what = document.createElement("span");
      const sum = document.createElement("span");
      what.textContent = [`${say("pieces", { n: line.quantity })} ${line.product.name}`, line.sizeLabel].filter(Boolean).join(", ");
      sum.textContent = price(line.sumMinor);
      row.append(what, sum);
      return row;
    }),
  );
};
