// The basket page: lines with working quantities, sums, and its events.

import { goodsMinor, lines, put } from "./cart.js";
import { item, items, tellItems } from "./ledger.js";
import { minor, price, say } from "./shop.js";
import { showSums } from "./sums.js";

const list = document.getElementById("lines");
const pattern = document.getElementById("line");

const change = (line, quantity) => {
  const by = put(line.sku, line.size, quantity);
  if (by === 0) return;
  const moved = [item(line.product, { quantity: Math.abs(by), sizeLabel: line.sizeLabel })];
  tellItems(by > 0 ? "add_to_cart" : "remove_from_cart", moved, minor(line.product.price) * Math.abs(by));
  show();
};

const row = (line) => {
  const node = pattern.content.cloneNode(true);
  const at = (name) => node.querySelector(`.${name}`);
  at("line-picture").href = line.product.url;
  at("line-picture").firstElementChild.src = line.product.image;
  at("line-name").href = line.product.url;
  at("line-name").textContent = line.product.name;
  at("line-size").textContent = line.sizeLabel;
  at("line-quantity").textContent = String(line.quantity);
  at("line-sum").textContent = price(line.sumMinor);
  at("fewer").addEventListener("click", () => change(line, line.quantity - 1));
  at("more").addEventListener("click", () => change(line, line.quantity + 1));
  at("line-remove").addEventListener("click", () => change(line, 0));
  return node;
};

const focusedPlace = () => {
  const button = document.activeElement;
  const line = button?.closest?.(".line");
  return line ? { at: [...list.children].indexOf(line), name: button.classList[0] } : null;
};

const show = () => {
  const now = lines();
  const focused = focusedPlace();
  list.replaceChildren(...now.map(row));
  document.getElementById("filled").hidden = now.length === 0;
  document.getElementById("empty").hidden = now.length > 0;
  showSums(goodsMinor());
  // Rows are drawn anew: whoever was on a button stays on the same one.
  if (focused) list.children[Math.min(focused.at, now.length - 1)]?.querySelector(`.${focused.name}`)?.focus();
};

// Steinrast gives no codes; the field is there because people look for one, and are told so.
document.getElementById("code").addEventListener("submit", (event) => {
  event.preventDefault();
  document.getElementById("code-answer").textContent = say("code_none");
});

show();
addEventListener("storage", show);
tellItems("view_cart", items(lines()), goodsMinor());
