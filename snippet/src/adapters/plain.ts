/** Adapter for shops that tell nothing: a price beside a title and a buy button, and the rows of a cart. */

import { buyButtons, titleOf } from "../readers/landmarks";
import { hereOf } from "../readers/here";
import type { Ear } from "./ear";

/** A page that is still being built is looked at so many seconds more. */
const LOOKS = 8;
const LOOK_MS = 1_000;
const SETTLE_MS = 400;
const CART =
  /\b(cart|basket|bag|trolley|warenkorb|panier|carrito|carrello|carrinho|cesta|koszyk|ko[sš][ií]k|kosár|winkelwagen|winkelmand|varukorg|kurv|ostoskori|sepet)\b|корзина|购物车/i;

/** A cart's page by its address or its first heading. */
const isCart = (): boolean => CART.test(location.pathname) || CART.test(document.querySelector("h1")?.textContent ?? "");

/** What reads prices and carts is fetched once the page has something that might be one. */
export default (ear: Ear): void => {
  let looks = 0;
  let unwait: (() => void) | undefined;
  let carting = false;
  const money = (): string | undefined => {
    const code = ear.currency();
    return typeof code === "string" ? code : undefined;
  };
  const cart = async (): Promise<void> => {
    const { readCartTable } = await import("../readers/cart_table");
    const seen = isCart() ? readCartTable(document, money()) : undefined;
    if (seen) ear.cart({ ...seen, src: "page" });
  };
  const product = async (): Promise<void> => {
    const title = titleOf(document);
    if (ear.claims.length || (title && buyButtons(document, title).length)) {
      const { readProduct } = await import("../readers/product");
      const here = hereOf(document);
      const item = await readProduct(document, ear.claims, here, money());
      if (item?.["price"] !== undefined && here.addresses[0] === location.href) return ear.view(item);
    }
    if (++looks <= LOOKS) unwait = ear.later(LOOK_MS, look);
  };
  const again = ear.safely(() => void cart().catch(() => undefined));
  const soon = ear.safely(() => {
    unwait?.();
    unwait = ear.later(SETTLE_MS, again);
  });
  const look = ear.safely(() => {
    if (!isCart()) return void product().catch(() => undefined);
    again();
    if (carting) return;
    carting = true;
    new MutationObserver(soon).observe(document.body, { subtree: true, childList: true, characterData: true });
    document.addEventListener("change", soon, { passive: true, capture: true });
  });
  ear.onTurn(() => {
    unwait?.();
    looks = 0;
    look();
  });
  look();
};
