/** Writes every frame and beacon this side can send into the corpus that the server's tests decode. @vitest-environment node */

import { expect, test } from "vitest";
import { beaconBody } from "../../snippet/src/beacon";
import { calls } from "../../snippet/src/calls";
import type { ConsentClaim } from "../../snippet/src/consent";
import { newOutbox, type Outbox } from "../../snippet/src/outbox";
import { fromGa4 } from "../../snippet/src/readers/commerce";
import { merged } from "../../snippet/src/readers/item";
import { pageKind } from "../../snippet/src/readers/kind";
import { readJsonLd } from "../../snippet/src/readers/schema";
import type { ClientFrame, Fields, Greeting } from "../../snippet/src/wire";

const GREETING: Greeting = {
  v: 1,
  key: "pk_demo",
  tok: "v1.k1.token",
  sid: "q3cR0mWw1m0d5o3bKXb3Rw",
  first: 1,
  last: 2,
  acked: 0,
  ep: "Yb2x",
  ps: 3,
  now: 1_795_363_200_000,
  mono: 412.5,
  consent: { state: "full", src: "call", at: 1_795_363_199_000 },
  gpc: false,
  dnt: false,
  page: { path: "/p/trail-mug", title: "Trail mug", ref_host: "search.example" },
  locale: "en",
  caps: ["prompt"],
  held: ["Zk4"],
};
const BARE: Greeting = { ...GREETING, tok: undefined, ep: undefined, locale: undefined, page: { path: "/" }, first: 1, last: 0, held: [] };
const ITEM = { item_id: "MUG-1", item_name: "Trail mug", price: 24, quantity: 2, item_category: "Mugs" };
const BODY = { currency: "EUR", value: "48.00", items: [ITEM], transaction_id: "T-1", shipping_tier: "Express", shipping: 4.9, payment_type: "Card" };
const GA4 = "add_to_cart remove_from_cart view_cart begin_checkout add_shipping_info add_payment_info view_item_list select_item purchase view_item search login sign_up generate_lead";

/** Every event, as the parts that make them make them. */
const events = (): (readonly [string, Fields])[] => {
  const told: (readonly [string, Fields])[] = [];
  const run = calls({ onRef: undefined, onPrompt: undefined, ref: undefined, cfg: {}, add: (n, d) => void told.push([n, d]) });
  const clues = { path: "/returns", title: "", product: false, many: false, told: new Set<string>() };
  told.push(["page_view", { path: "/returns", title: "Returns", ...pageKind(clues), locale: "en" }]);
  told.push(["page_view", { path: "/p/trail-mug", ref_host: "search.example", ...pageKind({ ...clues, product: true }) }]);
  const product = { "@type": "Product", sku: "MUG-1", name: "Trail mug", image: "/m.jpg", brand: "Rast", category: "Mugs", offers: { price: 24, priceCurrency: "EUR", availability: "InStock" } };
  const here = { addresses: ["https://shop.example/p/trail-mug"], title: "" };
  const { claim } = readJsonLd([JSON.stringify(product)], here);
  if (claim) told.push(["view_item", { ...merged([claim], here), price: claim.prices[0], currency: claim.currency }]);
  for (const name of GA4.split(" ")) told.push(...fromGa4(name, BODY, undefined));
  told.push(...fromGa4("view_cart", { value: 48 }, undefined));
  run["cart"]?.({ currency: "EUR", lines: [{ sku: "A", name: "Mug", qty: 1, price: "24.00", image: "/m.jpg", url: "/p/a" }] });
  run["cart"]?.({ currency: "EUR", total: 0, lines: [] });
  run["goal"]?.("booking", { title: "Guided walk", url: "/walk" });
  run["goal"]?.("booking", { step: "people", title: "Guided walk", url: "/walk", image: "/w.jpg", detail: { adults: 2 }, value: 24, currency: "EUR" });
  run["goal"]?.("booking", { step: "date", detail: "Step 1 of 3" });
  run["goal"]?.("booking", { done: true });
  run["event"]?.("quiz", { score: 3, passed: true, why: "fun" });
  told.push(
    ["identify", { kind: "email", hash: "a".repeat(64), proof: "p" }],
    ["price_seen", { sku: "MUG-1", price: "24.00", currency: "EUR" }],
    ["page_ping", { active_ms: 5000, scroll_pct: 40 }],
    ["exit_intent", { how: "pointer", active_ms: 6000 }],
    ...["hidden", "pagehide", "freeze"].map((how) => ["page_hide", { how, active_ms: 7000 }] as const),
    ...["visible", "bfcache", "resume"].map((how) => ["page_show", { how, active_ms: 7000 }] as const),
  );
  return told;
};

const filled = (): Outbox => {
  const box = newOutbox();
  for (const [i, [n, d]] of events().entries()) box.keep({ n, v: 1 + (i % 2), d, at: 100 + i / 2 });
  return box;
};

const frames = (): { name: string; frame: unknown }[] => {
  const box = filled();
  const claims: ConsentClaim[] = [
    { state: "anonymous", src: "call", at: 1 },
    { state: "anonymous", src: "gpc", at: 1 },
    { state: "full", src: "default", at: 1 },
  ];
  const plain: [string, ClientFrame][] = [
    ["hello", { t: "hello", ...GREETING }],
    ["hello with as little as can be", { t: "hello", ...BARE }],
    ["claim", { t: "claim", id: "Zk4" }],
    ["heartbeat", { t: "hb", n: 1 }],
    ["bye", { t: "bye" }],
    ["erase", { t: "consent", state: "none", src: "erase", at: 1, erase: true }],
    ...claims.map((claim): [string, ClientFrame] => [`consent ${claim.state} by ${claim.src}`, { t: "consent", ...claim }]),
    ...(["overflow", "corrupt"] as const).map((why): [string, ClientFrame] => [`skip for ${why}`, { t: "skip", from: 1, to: 4, why }]),
    ...(["got", "expired", "shown", "dismissed"] as const).map((st): [string, ClientFrame] => [`pa ${st}`, { t: "pa", id: "Zk4", st, ms: 38 }]),
    ["pa blocked", { t: "pa", id: "Zk4", st: "blocked", ms: 38, a: "typing" }],
    ["pa clicked", { t: "pa", id: "Zk4", st: "clicked", ms: 38, a: "go" }],
    ["pa quiet", { t: "pa", id: "Zk4", st: "dismissed", ms: 38, a: "quiet" }],
  ];
  const replayed = filled();
  replayed.next(500);
  replayed.ack(3);
  replayed.resume(0);
  const holed = filled();
  holed.next(500);
  holed.resume(0, true);
  return [
    ...plain.map(([name, frame]) => ({ name, frame })),
    { name: "ev with every event", frame: box.next(500) },
    { name: "ev again after a rollback", frame: replayed.next(600) },
    { name: "skip of a frame that could not be decoded", frame: holed.next(500) },
    { name: "beacon", frame: beaconBody(GREETING, filled().piece(46_000)) },
    { name: "beacon that asks", frame: beaconBody(BARE, filled().piece(400), 1) },
    { name: "beacon with a skip", frame: beaconBody(BARE, holed.piece(400), 1) },
  ];
};

test("the corpus holds exactly what is sent today; `vitest -u` writes it anew", async () => {
  await expect(`${JSON.stringify(frames(), null, 1)}\n`).toMatchFileSnapshot("../corpus/client_frames.json");
});

test("every event of the corpus is small enough for any frame", () => {
  for (const [n, d] of events()) expect([n, newOutbox().keep({ n, v: 1, d, at: 0 })]).toEqual([n, 1]);
});
