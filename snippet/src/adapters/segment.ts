/** Adapter for Segment-style tracking: calls made before it loaded, calls and middleware after. */

import { list } from "../lib/list";
import { record } from "../lib/record";
import type { Fields } from "../wire";
import type { Ear } from "./ear";
import { relay } from "./relay";

type Body = Readonly<Record<string, unknown>>;
interface Analytics {
  readonly addSourceMiddleware?: (middleware: (chain: { readonly payload: unknown; readonly next: (payload: unknown) => void }) => void) => unknown;
  readonly ready?: (work: () => void) => void;
  track?: (...args: readonly unknown[]) => unknown;
}

const SWEEP_MS = 1_000;
/** Segment's names for what GA4 calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  "product viewed": "view_item",
  "product list viewed": "view_item_list",
  "product clicked": "select_item",
  "product added": "add_to_cart",
  "product removed": "remove_from_cart",
  "cart viewed": "view_cart",
  "checkout started": "begin_checkout",
  "payment info entered": "add_payment_info",
  "order completed": "purchase",
  "products searched": "search",
  "signed in": "login",
  "signed up": "sign_up",
};

/** Segment's fields in GA4's words. */
const translated = (body: Body): Fields => ({
  ...body,
  items: list(body["products"] ?? (body["name"] || body["product_id"] || body["sku"] ? body : undefined)).map((one) => {
    const { product_id, sku = product_id, image_url, category, ...rest } = record(one) ?? {};
    return { ...rest, sku, image: image_url, item_category: category };
  }),
  transaction_id: body["order_id"],
  value: body["value"] ?? body["total"] ?? body["revenue"],
  item_list_name: body["list_id"] ?? body["category"],
});

export const listen = (ear: Ear): void => {
  const page = window as { analytics?: Analytics | undefined };
  let ours: unknown;
  const heard = ear.safely((event: unknown, body: unknown) => {
    const name = NAMES[String(event).toLowerCase()];
    if (name) relay(ear, name, translated(record(body) ?? {}), "segment");
  });
  const sweep = ear.safely(() => {
    const { analytics } = page;
    if (!analytics || analytics === ours) return;
    ours = analytics;
    const queue: unknown = analytics;
    if (Array.isArray(queue)) {
      // Not loaded yet: what waits in the queue, and what joins it, until the library takes its place.
      for (const call of queue as readonly unknown[]) if (list(call)[0] === "track") heard(list(call)[1], list(call)[2]);
      analytics.ready?.(sweep);
    } else if (analytics.addSourceMiddleware) {
      analytics.addSourceMiddleware(({ payload, next }) => {
        next(payload);
        const { obj = payload } = record(payload) ?? {};
        const { type, event, properties } = record(obj) ?? {};
        if (type === "track") heard(event, properties);
      });
      return;
    }
    const { track } = analytics;
    if (typeof track !== "function") return;
    analytics.track = function (this: unknown, ...args: readonly unknown[]) {
      const answer = track.apply(this, [...args]);
      heard(args[0], args[1]);
      return answer;
    };
  });
  const again = (): void => {
    sweep();
    ear.later(SWEEP_MS, again);
  };
  again();
};
