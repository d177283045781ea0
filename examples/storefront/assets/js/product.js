// A product page: tells that it is seen, and puts the product into the basket.

import { held, put } from "./cart.js";
import { item, tellItems } from "./ledger.js";
import { minor, say, shop } from "./shop.js";

const product = shop.goods[shop.item];
const form = document.getElementById("buy");
const added = document.getElementById("added");

tellItems("view_item", [item(product)], minor(product.price));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = new FormData(form);
  const size = chosen.get("size") ?? "";
  const more = put(product.sku, size, held(product.sku, size) + Number(chosen.get("quantity")));
  if (more > 0) {
    const line = { quantity: more, sizeLabel: product.sizes[size] ?? "" };
    tellItems("add_to_cart", [item(product, line)], minor(product.price) * more);
  }
  const link = document.createElement("a");
  link.href = `${shop.home}/cart`;
  link.textContent = say("see_basket");
  added.replaceChildren(`${say("added")} `, link);
});
