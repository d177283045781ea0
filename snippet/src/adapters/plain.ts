/** Adapter for shops that tell nothing of a product: a price beside a title and a buy button. */

import { buyButtons, titleOf } from "../readers/landmarks";
import { isCart } from "../readers/clues";
import { hereOf } from "../readers/here";
import type { Ear } from "./ear";

/** A page that is still being built is looked at so many seconds more. */
const LOOKS = 8;
const LOOK_MS = 1_000;

/** What reads prices is fetched once the page has something that might be one. */
export const listen = (ear: Ear): void => {
  let looks = 0;
  let unwait: (() => void) | undefined;
  const read = async (): Promise<void> => {
    if (isCart(document)) return;
    const title = await titleOf(document);
    if (ear.claims.length || (title && (await buyButtons(document, title)).length)) {
      const { readProduct } = await import("../readers/product");
      const here = hereOf(document);
      const code = ear.currency();
      const item = await readProduct(document, ear.claims, here, typeof code === "string" ? code : undefined);
      if (item?.["price"] !== undefined && here.addresses[0] === location.href) return ear.view(item);
    }
    if (++looks <= LOOKS) unwait = ear.later(LOOK_MS, look);
  };
  const look = ear.safely(() => void read().catch(() => undefined));
  ear.onTurn(() => {
    unwait?.();
    looks = 0;
    look();
  });
  look();
};
