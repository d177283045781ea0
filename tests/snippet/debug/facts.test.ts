/** The overlay's facts: what the server's log lines say, and nothing they do not. */

import { describe, expect, it } from "vitest";
import { type Facts, factsAfter, type LogLine, NOTHING } from "../../../snippet/src/debug/facts";

const event = (n: string, d: LogLine = {}): LogLine => ({ t: "dbg", at: 5, kind: "event", n, d });
const after = (...lines: readonly LogLine[]): Facts => lines.reduce(factsAfter, NOTHING);

describe("rows", () => {
  it("tell page, product, cart and who read them", () => {
    const { rows } = after(
      event("page_view", { path: "/p/mug", kind: "product", sure: 0.9 }),
      event("view_item", { sku: "MUG", name: "Trail mug", price: "24.00", currency: "EUR", src: "jsonld" }),
      event("cart", { currency: "EUR", total: "48.00", lines: [{}, {}], src: "shopify" }),
    );

    expect(rows).toEqual({
      page: "product 90 % sure /p/mug",
      product: "Trail mug 24.00 EUR MUG (jsonld)",
      cart: "2 lines 48.00 EUR (shopify)",
      readers: "jsonld 1, shopify 1",
    });
  });

  it("say where a price was not found, and what is sold out", () => {
    expect(after(event("view_item", { sku: "MUG", name: "Mug", in_stock: false })).rows.product).toBe("Mug no price MUG sold out");
  });

  it("forget the product with the page it was on", () => {
    const lines = [event("view_item", { sku: "MUG", name: "Mug" }), event("page_view", { path: "/", kind: "list" })];

    expect(after(...lines).rows.product).toBe(NOTHING.rows.product);
  });

  it("count readers over again, those of health too", () => {
    const lines = [event("view_item", { src: "ga4" }), event("health", { reader: "markup" }), event("view_item", { src: "ga4" })];

    expect(after(...lines).rows.readers).toBe("ga4 2, markup 1");
  });

  it("tell a change of the cart where the whole is not known", () => {
    expect(after(event("add_to_cart", { sku: "MUG", qty: 2, name: "Mug", src: "ga4" })).rows.cart).toBe("+2 Mug (ga4)");
    expect(after(event("remove_from_cart", { sku: "MUG", qty: 1 })).rows.cart).toBe("−1 MUG");
    expect(after(event("cart", { currency: "EUR", lines: [] })).rows.cart).toBe("empty");
  });

  it("survive lines of any shape", () => {
    const odd = [{}, { kind: "event" }, { kind: "event", n: "cart", d: 7 }, { kind: "__proto__" }, { kind: "toString" }, event("view_item")];

    expect(() => after(...odd)).not.toThrow();
  });
});

describe("lines", () => {
  it("tell decisions and silences with their gate, the newest first", () => {
    const { lines } = after(
      { kind: "signal", at: 1, signal: "price_bounce" },
      { kind: "decision", at: 2, decision: "hold", gate: "first_seconds", signal: "price_bounce", play: "remind" },
      { kind: "decision", at: 3, decision: "speak", play: "reassure", signal: "dwell" },
      { kind: "delivery", at: 4, st: "shown" },
    );

    expect(lines).toEqual([
      [4, "prompt shown"],
      [3, "speaks: reassure after dwell"],
      [2, "silent: first seconds (remind after price bounce)"],
      [1, "noticed: price bounce"],
    ]);
  });

  it("leave out what says nothing by itself", () => {
    expect(after(event("page_ping", { active_ms: 1 }), event("page_view")).lines).toEqual([]);
    expect(after(event("exit_intent")).lines).toEqual([[5, "event: exit intent"]]);
  });

  it("name what could not be taken, refused words and losses", () => {
    const { lines } = after(
      { kind: "bad", at: 1, n: "cart", code: "range" },
      { kind: "violation", at: 2, rule: "numbers.foreign" },
      { kind: "skip", at: 3, from: 2, to: 4, why: "overflow" },
      { kind: "draft", at: 4, writer: "model", failed: "too late" },
    );

    expect(lines.map(([, words]) => words)).toEqual([
      "no words from the model: too late",
      "lost: events 2 to 4 (overflow)",
      "words refused: numbers.foreign",
      "could not be taken: cart (range)",
    ]);
  });

  it("are no more than fit on a panel", () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ kind: "signal", at, signal: "dwell" }));

    expect(after(...many).lines).toHaveLength(12);
    expect(after(...many).lines[0]?.[0]).toBe(39);
  });
});
