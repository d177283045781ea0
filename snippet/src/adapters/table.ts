/** Which adapters a page needs, by what can be seen of each platform at a glance. */

type Page = Readonly<Record<string, unknown>>;

/** Name of the adapter's chunk, and when to load it: asked at the start and again for a few seconds. */
export const ADAPTERS: readonly (readonly [name: string, present: (page: Page, document: Document) => unknown])[] = [
  ["ga4", (page) => page["dataLayer"]],
  ["segment", (page) => (page["analytics"] as { track?: unknown } | undefined)?.track],
  ["shopify", (page) => (page["Shopify"] as { shop?: unknown } | undefined)?.shop],
  ["woo", (page, { body }) => page["wc_add_to_cart_params"] ?? page["wcSettings"] ?? /\bwoocommerce/.test(body.className)],
];
