/** Tests of reading products from JSON-LD as shops really write it. @vitest-environment node */

import fc from "fast-check";
import { expect, test } from "vitest";
import { readJsonLd } from "../../../snippet/src/readers/jsonld";

const HERE = "https://shop.test/p/mug";
const read = (...blocks: readonly unknown[]) => readJsonLd(blocks.map((b) => (typeof b === "string" ? b : JSON.stringify(b))), HERE);
const offer = (price: unknown, more: object = {}): object => ({ "@type": "Offer", price, priceCurrency: "EUR", ...more });
const mug = (more: object = {}): object => ({ "@type": "Product", sku: "MUG-1", name: "Trail mug", offers: offer("24.00"), ...more });

test("a product with everything", () => {
  const brand = { "@type": "Brand", name: "Rast" };
  const offers = offer(24, { availability: "https://schema.org/InStock" });

  expect(read(mug({ brand, offers, image: ["/a.jpg", "/b.jpg"], category: "Mugs", url: "/p/mug" })).item).toEqual({
    sku: "MUG-1",
    name: "Trail mug",
    price: "24",
    currency: "EUR",
    category: "Mugs",
    brand: "Rast",
    image: "https://shop.test/a.jpg",
    url: "https://shop.test/p/mug",
    in_stock: true,
    src: "jsonld",
  });
});

test.each([
  ["in an array", [[{ "@type": "BreadcrumbList" }, mug()]]],
  ["in a graph", [{ "@context": "x", "@graph": [{ "@type": "WebPage" }, mug()] }]],
  ["as what the page is about", [{ "@type": "ItemPage", mainEntity: mug() }]],
  ["with several types", [mug({ "@type": ["Product", "Thing"] })]],
  ["with a full type address", [mug({ "@type": "http://schema.org/Product" })]],
  ["after a broken block", ["{nope", mug()]],
  ["with line breaks inside a string", ['{"@type":"Product","sku":"MUG-1","name":"Trail\nmug","offers":{"price":24,"priceCurrency":"eur"}}']],
  ["inside a comment", [`<!-- ${JSON.stringify(mug())} -->`]],
])("a product is found %s", (_how, blocks) => {
  expect(read(...blocks).item).toMatchObject({ sku: "MUG-1", name: "Trail mug", currency: "EUR" });
});

test.each([
  ["a list of offers, the first without a price", [offer(undefined), offer("19,90")], "19.90"],
  ["an aggregate", { "@type": "AggregateOffer", lowPrice: "10.50", highPrice: "20", priceCurrency: "EUR" }, "10.50"],
  ["an aggregate of offers", { "@type": "AggregateOffer", offers: [offer("12.00")] }, "12.00"],
  ["a specification", { "@type": "Offer", priceSpecification: [{ price: 9.5, priceCurrency: "EUR" }] }, "9.5"],
])("the price of %s", (_how, offers, price) => {
  expect(read(mug({ offers })).item).toMatchObject({ price, currency: "EUR" });
});

test("of a group's variants the one this address names counts, else the first with a price", () => {
  const variants = [
    { "@type": "Product", sku: "M-S", name: "Small", offers: offer("20") },
    { "@type": "Product", sku: "M-L", name: "Large", url: HERE, offers: offer("30") },
  ];
  const group = { "@type": "ProductGroup", productGroupID: "M", name: "Mug", hasVariant: variants };

  expect(read(group).item).toMatchObject({ sku: "M-L", name: "Mug", variant: "Large", price: "30" });
  expect(read({ ...group, hasVariant: variants.slice(0, 1) }).item).toMatchObject({ sku: "M-S", price: "20" });
});

test("several products are a list, unless one of them has this address", () => {
  expect(read(mug(), mug({ sku: "B" }))).toEqual({ item: undefined, many: true });
  expect(read(mug({ sku: "A", url: "/p/other" }), mug({ sku: "B", url: "/p/mug?x=1" })).item).toMatchObject({ sku: "B" });
  expect(read({ "@type": "ItemList" }).many).toBe(true);
});

test("products the page's product is only related to are not what it sells", () => {
  expect(read(mug({ isRelatedTo: [mug({ sku: "X" })], review: { itemReviewed: mug({ sku: "Y" }) } })).item).toMatchObject({ sku: "MUG-1" });
});

test("the page's own address is told without its query, which may say who is reading", () => {
  const { item } = readJsonLd([JSON.stringify(mug())], `${HERE}?email=ann@example.org#x`);
  expect(item?.["url"]).toBe(HERE);
});

test("a product without any name is none, and one without a number is known by its address", () => {
  expect(read(mug({ name: "" })).item).toBeUndefined();
  expect(read(mug({ sku: undefined, url: undefined })).item).toMatchObject({ sku: HERE });
});

test("no data at all can make reading throw", () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.json(), fc.string())), (blocks) => void readJsonLd(blocks, HERE)));
  fc.assert(fc.property(fc.anything(), (offers) => void readJsonLd([JSON.stringify(mug({ offers })) ?? ""], HERE)));
});
