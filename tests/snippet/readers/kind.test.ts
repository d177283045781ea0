/** Tests of telling one kind of page from another. @vitest-environment node */

import { expect, test } from "vitest";
import { isCartNamed, pageKind, type PageClues } from "../../../snippet/src/readers/kind";

const page = (path: string, more: Partial<PageClues> = {}) => pageKind({ path, title: "", product: false, many: false, told: new Set(), ...more });

test.each([
  ["/shop/cart", "cart"],
  ["/de/warenkorb", "cart"],
  ["/checkout/details", "checkout"],
  ["/kasse", "checkout"],
  ["/thanks", "thanks"],
  ["/order-received/17", "thanks"],
  ["/suche", "search"],
  ["/faq", "info"],
  ["/", "other"],
  ["/blog/cartography-for-walkers", "other"],
  ["/products/canvas-tote-bag", "other"],
  ["/furniture/bar-cart.html", "other"],
  ["/index.php?route=checkout/cart", "cart"],
  ["/my-bag.html", "cart"],
  ["/cart/checkout", "checkout"],
  ["/cart/17", "cart"],
])("%s is %s by its address", (path, kind) => {
  expect(page(path)).toMatchObject({ kind });
});

test.each([
  ["/shipping", "", "shipping"],
  ["/rückgabe", "", "returns"],
  ["/pages/size-guide", "", "size"],
  ["/zahlungsarten", "", "payment"],
  ["/info/17", "Versand & Lieferung", "shipping"],
])("%s titled %j is about %s", (path, title, topic) => {
  expect(page(path, { title })).toMatchObject({ kind: "info", topic });
});

test("the page's own data go before its address", () => {
  expect(page("/cart", { product: true })).toMatchObject({ kind: "product", sure: 1 });
  expect(page("/p/1", { told: new Set(["purchase"]) })).toMatchObject({ kind: "thanks", sure: 1 });
  expect(page("/p/1", { told: new Set(["view_cart"]), product: true })).toMatchObject({ kind: "cart" });
  expect(page("/p/1", { many: true })).toMatchObject({ kind: "list" });
});

test.each([
  ["/winkelwagen", "cart"],
  ["/koszyk", "cart"],
  ["/корзина", "cart"],
  ["/betalning", "checkout"],
  ["/?q=mug", "search"],
  ["/zoeken", "search"],
])("%s is %s in other tongues too", (path, kind) => {
  expect(page(path)).toMatchObject({ kind });
});

test("a second witness makes it surer", () => {
  expect(page("/cart")).toMatchObject({ sure: 0.7 });
  expect(page("/cart", { cart: true })).toMatchObject({ sure: 0.9 });
  expect(page("/x", { cart: true })).toMatchObject({ kind: "cart", sure: 0.7 });
  expect(page("/versand", { title: "Versand" })).toMatchObject({ topic: "shipping", sure: 0.9 });
});

test.each([
  ["Shopping bag (2)", true],
  ["Your basket", true],
  ["Mein Warenkorb", true],
  ["Cart", true],
  ["Canvas tote bag", false],
  ["Vintage tea trolley", false],
  ["Picnic basket for four", false],
])("the heading %j is one of a cart: %j", (heading, is) => {
  expect(isCartNamed(heading)).toBe(is);
});
