// After the order: shows it, and tells the tag manager of it exactly once.

import { items, tell } from "./ledger.js";
import { passing } from "./memory.js";
import { shop } from "./shop.js";
import { showLines, showSums, showWhere } from "./sums.js";

const order = passing.read("order", null);

document.getElementById("ordered").hidden = !order;
document.getElementById("empty").hidden = Boolean(order);

if (order) {
  document.getElementById("order-number").textContent = order.number;
  showLines(order.lines);
  showSums(order.goods, order.country);
  showWhere(order.where);
  if (!order.told) {
    tell("purchase", {
      transaction_id: order.number,
      currency: shop.currency,
      value: order.value,
      shipping: order.shipping,
      items: items(order.lines),
    });
    passing.write("order", { ...order, told: true });
  }
}
