// The number beside the word "Basket", on every page and when another tab changes it.

import { count } from "./cart.js";
import { say } from "./shop.js";

const badge = document.getElementById("basket-count");

const show = () => {
  const n = count();
  badge.hidden = n === 0;
  badge.textContent = String(n);
  badge.setAttribute("aria-label", say("in_basket", { n }));
};

addEventListener("cart", show);
addEventListener("storage", show);
addEventListener("pageshow", show);
show();
