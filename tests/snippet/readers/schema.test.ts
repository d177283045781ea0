/** Tests of reading products from JSON-LD as shops really write it. @vitest-environment node */

import fc from "fast-check";
import { expect, test } from "vitest";
import { readJsonLd } from "../../../snippet/src/readers/schema";

const HERE = "https://shop.test/p/mug";
const PAGE = { addresses: [HERE], title: "Trail mug | Shop" };
const seen = (blocks: readonly string[], page = PAGE) => {
  const { claim, many } = readJsonLd(blocks, page);
  const { prices = [], ...item } = claim ?? {};
  return { item: claim && { ...item, price: prices[0] }, many, prices };
};
const read = (...blocks: readonly unknown[]) => seen(blocks.map((b) => (typeof b === "string" ? b : JSON.stringify(b))));
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
  ["a list of offers, the first without a price", [offer(undefined), offer("19,90")], "19.9"],
  ["an aggregate", { "@type": "AggregateOffer", lowPrice: "10.50", highPrice: "20", priceCurrency: "EUR" }, "10.5"],
  ["an aggregate of offers", { "@type": "AggregateOffer", offers: [offer("12.00")] }, "12"],
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
  expect(read(mug({ name: "Oil" }), mug({ name: "Wick", sku: "B" }))).toMatchObject({ item: undefined, many: true });
  expect(read(mug({ sku: "A", url: "/p/other" }), mug({ sku: "B", url: "/p/mug?x=1" })).item).toMatchObject({ sku: "B" });
  expect(read({ "@type": "ItemList" }).many).toBe(true);
});

test("products the page's product is only related to are not what it sells", () => {
  expect(read(mug({ isRelatedTo: [mug({ sku: "X" })], review: { itemReviewed: mug({ sku: "Y" }) } })).item).toMatchObject({ sku: "MUG-1" });
});

test("of variants with prices of their own all prices are known, what can be bought first", () => {
  const offers = [offer(9, { availability: "OutOfStock" }), offer(7, { availability: "InStock" }), offer("7.00")];

  expect(read(mug({ offers }))).toMatchObject({ prices: ["7", "9"], item: { in_stock: true } });
});

test("list prices and prices of a measure are not what it costs", () => {
  const specs = [{ price: 59, priceType: "https://schema.org/ListPrice" }, { price: 9.8, referenceQuantity: { value: 1 } }, { price: 49 }];

  expect(read(mug({ offers: { priceCurrency: "CHF", priceSpecification: specs } })).prices).toEqual(["49"]);
});

test("an offer that names what it offers lends it its price", () => {
  const thing = { "@type": "Offer", price: 5, priceCurrency: "EUR", itemOffered: { "@type": "Product", name: "Trail mug" } };

  expect(read(thing).item).toMatchObject({ name: "Trail mug", price: "5" });
});

test.each([
  ["a comma too many", '{"@type":"Product","name":"Trail mug","offers":[{"price":24,},],}'],
  ["a section of character data", `/*<![CDATA[*/${JSON.stringify(mug())}/*]]>*/;`],
  ["an escape that is none", '{"@type":"Product","name":"Trail mug \\x","offers":{"price":24}}'.replace("\\\\", "\\")],
])("a block with %s is read all the same", (_how, block) => {
  expect(read(block).item).toMatchObject({ price: "24" });
});

test("no data at all can make reading throw", () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.json(), fc.string())), (blocks) => void readJsonLd(blocks, PAGE)));
  fc.assert(fc.property(fc.anything(), (offers) => void readJsonLd([JSON.stringify(mug({ offers })) ?? ""], PAGE)));
});
