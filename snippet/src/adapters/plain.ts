/** Adapter for shops that tell nothing: prices beside a title and a buy button, and the rows of a cart. */

import { readCartTable } from "../readers/cart_table";
import { hereOf } from "../readers/markup";
import { readProduct } from "../readers/product";
import { regionOf } from "../readers/region";
import type { Ear } from "./ear";

/** A page that is still being built is looked at so many seconds more. */
const LOOKS = 8;
const LOOK_MS = 1_000;
const SETTLE_MS = 400;
const SRC = "page";

export default (ear: Ear): void => {
  let looks = 0;
  let unwait: (() => void) | undefined;
  let carting = false;
  const money = (): string | undefined => {
    const code = ear.currency();
    return typeof code === "string" ? code : undefined;
  };
  const cart = (): void => {
    const region = regionOf(hereOf(document).addresses, document.documentElement.lang);
    const seen = readCartTable(document, { currency: money(), region });
    if (seen) ear.cart({ ...seen, src: SRC });
  };
  const soon = ear.safely(() => {
    unwait?.();
    unwait = ear.later(SETTLE_MS, cart);
  });
  const look = ear.safely(() => {
    if (isCart()) {
      cart();
      if (!carting) {
        carting = true;
        new MutationObserver(soon).observe(document.body, { subtree: true, childList: true, characterData: true });
        document.addEventListener("change", soon, { passive: true, capture: true });
      }
      return;
    }
    const item = readProduct(document, ear.claims, hereOf(document), money());
    if (item?.["price"] !== undefined) ear.view(item);
    else if (++looks <= LOOKS) unwait = ear.later(LOOK_MS, look);
  });
  ear.onTurn(() => {
    unwait?.();
    looks = 0;
    look();
  });
  look();
};

/** By its address or its first heading. */
const isCart = (): boolean => CART.test(location.pathname) || CART.test(document.querySelector("h1")?.textContent ?? "");
const CART = /\b(cart|basket|bag|trolley|warenkorb|panier|carrito|carrello|carrinho|cesta|koszyk|ko[sš][ií]k|kosár|winkelwagen|winkelmand|varukorg|kurv|ostoskori|sepet)\b|корзина|购物车/i;
