/** The product a page is about: what markup claims, held against what can be seen. */

import type { Fields } from "../wire";
import { buyButtons, titleOf } from "./landmarks";
import type { Claim, Here } from "./claim";
import { clean } from "./clean";
import { merged, toldOf } from "./item";
import { regionOf } from "./region";
import { ENOUGH, seenPrices } from "./visible";

/**
 * Undefined where nothing is sold: no claim, and no button to buy beside a price. A claimed price that can be seen is
 * sure; where one of several claimed prices stands out on the page, that is the one.
 */
export const readProduct = async (page: Document, claims: readonly Claim[], here: Here, money?: string): Promise<Fields | undefined> => {
  const code = claims.map(({ currency }) => currency).find(Boolean) ?? money;
  const title = await titleOf(page);
  const buys = await buyButtons(page, title);
  const seen = await seenPrices(page, { currency: code, region: regionOf(here.addresses, page.documentElement.lang) }, title, buys);
  const likely = seen[0] && seen[0].score >= ENOUGH ? seen[0] : undefined;
  const told = toldOf(claims);
  // A product that is only written about has claims too, but no offer.
  const offered = claims.some((one) => one.prices[0] ?? one.currency ?? one.in_stock);
  if (!offered && !(title && buys.length && likely)) return undefined;
  const says = ({ prices }: Claim, amount: string): boolean => prices.some((one) => Number(one) === Number(amount));
  const agreed =
    seen.find(({ amount }) => told && says(told, amount)) ?? (claims.some((one) => likely && says(one, likely.amount)) ? likely : undefined);
  const price = agreed?.amount ?? told?.prices[0] ?? likely?.amount;
  const all = merged(claims, here);
  return {
    ...all,
    sku: claims.length ? all["sku"] : (skuNear(buys[0]) ?? all["sku"]),
    name: claims.some(({ name }) => name) ? all["name"] : (clean(title?.textContent, 120) ?? all["name"]),
    price: price && String(Number(price)),
    currency: (agreed ?? likely)?.named ? (agreed ?? likely)?.currency : (code ?? (agreed ?? likely)?.currency),
    in_stock: all["in_stock"] ?? (buys.length ? true : undefined),
  };
};

const IDS = ["data-sku", "data-product-sku", "data-product_sku", "data-product-id", "data-product_id", "data-productid", "data-pid", "data-item-id"];

/** What a buy button or what is close around it says it sells. */
const skuNear = (button: Element | undefined): string | undefined => {
  for (let at: Element | null | undefined = button, up = 0; at && up < 5; at = at.parentElement, up++) {
    for (const id of IDS) if (at.getAttribute(id)) return clean(at.getAttribute(id), 64);
  }
  return undefined;
};
