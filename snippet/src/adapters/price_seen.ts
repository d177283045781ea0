/** Whether the price of the page's product came into view, and whether it changes: looked for where it is written, then watched. */

import type { Fields } from "../wire";
import { onPriceChange, onPriceSeen } from "../observers/price";
import { pricePlace } from "../readers/place";
import type { Teller } from "./ear";

/** A price that is not to be seen at once is looked for so many seconds more. */
const LOOKS = 8;
const LOOK_MS = 1_000;

export { pricePlace };

/** @returns the way to stop. */
export const seekPrice = (core: Pick<Teller, "later" | "safely" | "tell" | "currency">, { sku, price, currency: code }: Fields): (() => void) => {
  const currency = code ?? core.currency();
  let looks = 0;
  let stop = (): void => undefined;
  let stopped = false;
  const look = core.safely(() => void seek().catch(() => undefined));
  const seek = async (): Promise<void> => {
    if (typeof price !== "string" || typeof currency !== "string" || !("IntersectionObserver" in window)) return;
    const place = await pricePlace(document, price);
    if (stopped) return;
    if (place) {
      const unseen = onPriceSeen(place, () => core.tell("price_seen", { sku, price, currency }), core, core.safely);
      const changed = (old: string, now: string): void => core.tell("price_changed", { old, new: now, currency, why: "variant", sku });
      const unchanged = onPriceChange(place, price, changed, core, core.safely);
      stop = () => {
        unseen();
        unchanged();
      };
    } else if (looks++ < LOOKS) stop = core.later(LOOK_MS, look);
  };
  look();
  return () => {
    stopped = true;
    stop();
  };
};
