/** Adapter for Shopify: the standard storefront's events and actions first, the theme's `cart.js` where it has none. */

import { list } from "../lib/list";
import { record } from "../lib/record";
import type { Fields } from "../wire";
import type { Ear } from "./ear";
import { cartWatch } from "./cart_watch";

type Thing = Readonly<Record<string, unknown>>;
interface Shop {
  readonly actions?: { readonly getCart?: () => Promise<unknown> };
  readonly routes?: { readonly root?: string };
  readonly currency?: { readonly active?: string };
}

const SRC = "shopify";
const shop = (): Shop => (window as { Shopify?: Shop }).Shopify ?? {};
const in_ = (value: unknown, ...keys: readonly string[]): unknown => keys.reduce<unknown>((at, key) => record(at)?.[key], value);
/** `gid://shopify/ProductVariant/123` as the number the shop's own addresses use. */
const short = (id: unknown): string => String(id).replace(/^.*\//, "").replace(/\?.*/, "");
/** A list as it is, or as GraphQL wraps it. */
const nodes = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : list(in_(value, "nodes") ?? list(in_(value, "edges")).map((one) => in_(one, "node"))));

/** A line as the storefront's own interface writes it. */
const modern = (line: unknown): Fields => {
  const wares = in_(line, "merchandise");
  return {
    sku: short(in_(wares, "id")),
    name: in_(wares, "product", "title") ?? in_(wares, "title"),
    qty: in_(line, "quantity"),
    price: in_(line, "cost", "amountPerQuantity", "amount") ?? in_(wares, "price", "amount"),
    image: in_(wares, "image", "url") ?? in_(wares, "product", "featuredImage", "url"),
    url: in_(wares, "product", "url"),
  };
};

/** A line of `cart.js`: money in hundredths, whatever the currency. */
const classic = (value: unknown): Fields => {
  const line = record(value) ?? {};
  return {
    sku: short(line["variant_id"] ?? line["id"]),
    name: line["product_title"] ?? line["title"],
    qty: line["quantity"],
    price: Number(line["final_price"] ?? line["price"]) / 100,
    image: line["image"],
    url: line["url"],
  };
};

export const listen = (ear: Ear): void => {
  const told = (cart: unknown): boolean => {
    const lines = in_(cart, "lines") ?? in_(cart, "items");
    if (!lines) return false;
    const money = in_(cart, "cost", "totalAmount", "currencyCode") ?? in_(cart, "currency") ?? shop().currency?.active;
    ear.cart({ lines: nodes(lines).map(in_(cart, "lines") ? modern : classic), currency: money, src: SRC });
    return true;
  };
  const read = async (): Promise<void> => {
    const { actions, routes } = shop();
    const settled = await actions?.getCart?.().catch(() => undefined);
    if (settled) told(in_(settled, "cart") ?? { lines: [] });
    else told(await (await fetch(`${routes?.root ?? "/"}cart.js`, { credentials: "same-origin" })).json());
  };
  // No cookie that scripts can read says for sure that there is no cart.
  const look = cartWatch(ear, SRC, /\/cart\/(add|change|update|clear)\b/, /^/, read);
  const hear = (name: string, heard: (event: Thing) => void): void =>
    document.addEventListener(`shopify:${name}`, ear.safely((event: Event) => heard(event as unknown as Thing)));

  for (const name of ["lines-update", "discount-update"]) {
    // It comes before the cart has changed; only what was settled counts.
    hear(`cart:${name}`, ({ promise }) => {
      Promise.resolve(promise).then(look, () => undefined);
    });
  }
  hear("product:view", ({ context, product }) => {
    const variant = in_(product, "selectedVariant");
    if (context === "page" && variant) view(in_(product, "title"), variant, in_(variant, "price", "amount"), in_(variant, "price", "currencyCode"));
  });
  const view = (title: unknown, variant: unknown, price: unknown, currency: unknown): void => {
    const stock = in_(variant, "availableForSale");
    ear.view({ sku: short(in_(variant, "id")), name: String(title), price: price === undefined ? undefined : String(Number(price)), currency, ...(typeof stock === "boolean" ? { in_stock: stock } : {}), src: SRC });
  };
  const meta = in_(window, "ShopifyAnalytics", "meta");
  const variants = list(in_(meta, "product", "variants"));
  const chosen = new URLSearchParams(location.search).get("variant");
  const variant = variants.find((one) => short(in_(one, "id")) === chosen) ?? variants[0];
  const title = in_(variant, "name");
  if (variant && title) view(title, variant, Number(in_(variant, "price")) / 100, in_(meta, "currency") ?? shop().currency?.active);
};
