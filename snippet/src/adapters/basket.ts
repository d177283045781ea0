/** Adapter for the cart's own page, for shops that tell of it in no other way: its rows, and again whenever they change. */

import { isCart } from "../readers/clues";
import type { Ear } from "./ear";

/** A page that is still being built is looked at so many seconds more. */
const LOOKS = 8;
const LOOK_MS = 1_000;
const SETTLE_MS = 400;

export const listen = (ear: Ear): void => {
  let unwait: (() => void) | undefined;
  let looks = 0;
  const look = ear.safely(() => void read().catch(() => undefined));
  const read = async (): Promise<void> => {
    const code = ear.currency();
    const { readCartTable } = await import("../readers/cart_table");
    const seen = isCart(document) ? await readCartTable(document, typeof code === "string" ? code : undefined) : undefined;
    if (seen) ear.cart({ ...seen, src: "page" });
    else if (++looks <= LOOKS) unwait = ear.later(LOOK_MS, look);
  };
  const soon = ear.safely(() => {
    unwait?.();
    unwait = ear.later(SETTLE_MS, look);
  });
  new MutationObserver(ear.safely(() => isCart(document) && soon())).observe(document.body, { subtree: true, childList: true, characterData: true });
  document.addEventListener("change", soon, { passive: true, capture: true });
  ear.onTurn(() => {
    looks = 0;
    soon();
  });
  look();
};
