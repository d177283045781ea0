/** Tests of putting a left cart back: only what is missing, each piece once, and told when it did not work. */

import { afterEach, expect, test, vi } from "vitest";
import type { PromptLine } from "../../../snippet/src/prompt";
import { putBack, refill } from "../../../snippet/src/ui/refill";
import { wordsFor } from "../../../snippet/src/ui/words";
import { sample, written } from "./sample";

const words = await wordsFor("en");
const MUG: PromptLine = { sku: "11", name: "Mug", qty: 2 };
const CUP: PromptLine = { sku: "12", name: "Cup", qty: 1 };
type Items = Record<string, number>;

afterEach(() => {
  vi.unstubAllGlobals();
  delete (window as { Shopify?: unknown }).Shopify;
});

/** A shop behind `fetch`: `has` is its cart, `sold` what cannot be had. */
const shop = (kind: "shopify" | "woo", has: Items, sold: readonly string[] = []) => {
  const asked: [string, unknown][] = [];
  const id = kind === "shopify" ? "variant_id" : "id";
  const cart = () => ({ items: Object.entries(has).map(([sku, quantity]) => ({ [id]: Number(sku), quantity })) });
  const put = (rows: readonly { id: number; quantity: number }[]): boolean => {
    if (rows.some((row) => sold.includes(String(row.id)))) return false;
    for (const row of rows) has[row.id] = (has[row.id] ?? 0) + row.quantity;
    return true;
  };
  vi.stubGlobal("fetch", async (url: string, { body, headers }: { body?: string; headers?: Record<string, string> } = {}) => {
    if (!body) return new Response(JSON.stringify(cart()), { headers: { Nonce: "n1" } });
    const told = JSON.parse(body) as { items?: { id: number; quantity: number }[]; id: number; quantity: number };
    asked.push([`${url} ${headers?.["Nonce"] ?? ""}`.trim(), told.items ?? told]);
    return new Response("{}", { status: put(told.items ?? [told]) ? 200 : 422, headers: { Nonce: "n2" } });
  });
  if (kind === "shopify") (window as { Shopify?: unknown }).Shopify = { routes: { root: "/en/" } };
  return { has, asked };
};

test("on Shopify everything missing goes in at once, by variant and number", async () => {
  const { has, asked } = shop("shopify", {});
  expect(await putBack([MUG, CUP])).toEqual([[], undefined]);
  expect([has, asked]).toEqual([{ 11: 2, 12: 1 }, [["/en/cart/add.js", [{ id: 11, quantity: 2 }, { id: 12, quantity: 1 }]]]]);
});

test("what the shop kept is not put in again", async () => {
  const { has, asked } = shop("shopify", { 11: 1, 12: 3 });
  await putBack([MUG, CUP]);
  expect([has, asked.length]).toEqual([{ 11: 2, 12: 3 }, 1]);
  await putBack([MUG, CUP]);
  expect([has, asked.length]).toEqual([{ 11: 2, 12: 3 }, 1]);
});

test("one that is sold out is left out and named, the others are there", async () => {
  const { has } = shop("shopify", {}, ["12"]);
  expect(await putBack([MUG, CUP])).toEqual([["Cup"], false]);
  expect(has).toEqual({ 11: 2 });
});

test("a theme with an action of its own is asked, and shows its cart itself", async () => {
  const { has } = shop("shopify", { 11: 1 });
  const updateCart = vi.fn(async ({ lines }: { lines: { merchandiseId: string; quantity: number }[] }) => {
    for (const { merchandiseId, quantity } of lines) {
      const sku = merchandiseId.replace(/.*\//, "");
      has[sku] = (has[sku] ?? 0) + quantity;
    }
  });
  const openCart = vi.fn(() => Promise.resolve());
  Object.assign((window as unknown as { Shopify: object }).Shopify, { actions: { updateCart: Object.assign(updateCart, { isDefault: () => false }), openCart } });

  expect(await putBack([MUG, CUP])).toEqual([[], true]);
  expect(updateCart).toHaveBeenCalledWith({
    lines: [
      { merchandiseId: "gid://shopify/ProductVariant/11", quantity: 1 },
      { merchandiseId: "gid://shopify/ProductVariant/12", quantity: 1 },
    ],
  });
  expect([has, openCart.mock.calls.length]).toEqual([{ 11: 2, 12: 1 }, 1]);
});

test("what a theme's own action refuses goes in by the cart's address, and what it took is not doubled", async () => {
  for (const takes of [1, 0]) {
    const { has, asked } = shop("shopify", { 12: 1 });
    const updateCart = async (): Promise<unknown> => {
      if (!takes) throw new Error("no such action");
      has["11"] = 1;
      return { userErrors: [{ message: "not all" }] };
    };
    Object.assign((window as unknown as { Shopify: object }).Shopify, { actions: { updateCart: Object.assign(updateCart, { isDefault: () => false }) } });

    expect(await putBack([MUG, { ...CUP, qty: 2 }])).toEqual([[], false]);
    expect(has).toEqual({ 11: 2, 12: 2 });
    expect(asked).toEqual([["/en/cart/add.js", [{ id: 11, quantity: 2 - takes }, { id: 12, quantity: 1 }]]]);
  }
});

test("WooCommerce gets each product by itself, with the newest pass it gave", async () => {
  const { has, asked } = shop("woo", { 12: 1 });
  await putBack([MUG, CUP]);
  await putBack([{ ...MUG, qty: 3 }]);
  expect(has).toEqual({ 11: 3, 12: 1 });
  expect(asked).toEqual([
    ["/wp-json/wc/store/v1/cart/add-item n1", { id: 11, quantity: 2 }],
    ["/wp-json/wc/store/v1/cart/add-item n1", { id: 11, quantity: 1 }],
  ]);
});

test.each([
  ["it worked", Promise.resolve(undefined), []],
  ["it says that it did not", Promise.resolve(false), ["Mug", "Cup"]],
])("the shop's own function comes first: %s", async (_, answer, lost) => {
  const { asked } = shop("shopify", {});
  let told: unknown;
  window.addEventListener("tarry:refill", (event) => {
    const { lines, take } = (event as CustomEvent<{ lines: unknown; take: (of: unknown) => void }>).detail;
    told = lines;
    take(answer);
  }, { once: true });
  expect(await putBack([MUG, CUP])).toEqual([lost]);
  expect([told, asked]).toEqual([[MUG, CUP], []]);
});

const pressed = async (lines: readonly PromptLine[], times = 1) => {
  const { deeds, said } = written();
  const actions = [{ id: "refill", label: "Put it back", do: "refill" as const }];
  const made = refill({ ...sample, lines, actions }, words, deeds);
  for (let n = 0; n < times; n++) made.press(actions[0] as (typeof actions)[0]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { said, status: (made.said as HTMLElement).textContent };
};

test("a second press while the first is at work does nothing", async () => {
  const { has } = shop("shopify", {});
  const { said } = await pressed([MUG, CUP], 3);
  expect([has, said]).toEqual([{ 11: 2, 12: 1 }, ["clicked refill"]]);
});

test("what did not work is told in the prompt, which stays", async () => {
  shop("shopify", {}, ["12"]);
  expect(await pressed([MUG, CUP])).toMatchObject({ said: [], status: "Could not be put back: Cup" });
  vi.stubGlobal("fetch", () => Promise.reject(new Error("offline")));
  expect(await pressed([MUG, CUP])).toMatchObject({ said: [], status: "That did not work. Nothing was changed." });
});

test("sold-out lines are not asked for", async () => {
  const { asked } = shop("shopify", {});
  await pressed([{ ...MUG, gone: true }, CUP]);
  expect(asked).toEqual([["/en/cart/add.js", [{ id: 12, quantity: 1 }]]]);
});
