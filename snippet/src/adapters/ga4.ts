/** Adapter for Google's data layer: GA4 events, `gtag` calls, and the older enhanced e-commerce. */

import { record } from "../lib/record";
import { readDataLayer } from "../readers/datalayer";
import type { Fields } from "../wire";
import type { Ear } from "./ear";
import { relay } from "./relay";

/** How often to look for a layer that appeared, was replaced, or was filled past us. */
const SWEEP_MS = 1_000;
/** Universal Analytics names an action by a key of `ecommerce`. */
const ACTIONS = { detail: "view_item", add: "add_to_cart", remove: "remove_from_cart", checkout: "begin_checkout", purchase: "purchase" } as const;

/** An entry of the older kind in GA4's names; undefined when it is of the newer. */
const older = (body: Fields): readonly [string, Fields] | undefined => {
  for (const [key, name] of Object.entries(ACTIONS)) {
    const action = record(body[key]);
    const { id, revenue } = record(action?.["actionField"]) ?? {};
    if (action?.["products"]) return [name, { items: action["products"], currency: body["currencyCode"], transaction_id: id, value: revenue }];
  }
  return undefined;
};

export const listen = (ear: Ear): void => {
  const layer = readDataLayer(
    window as unknown as { readonly dataLayer?: unknown },
    (name, body) => {
      const [told, fields] = older(body) ?? [name, body];
      relay(ear, told, fields, "datalayer");
    },
    ear.safely,
  );
  const again = (): void => {
    layer.sweep();
    ear.later(SWEEP_MS, again);
  };
  again();
};
