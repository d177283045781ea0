/** Tests of a document's visit in a page: what is sent, what is kept on the device, and what a change of consent undoes. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attention } from "../../snippet/src/attention";
import type { Consent } from "../../snippet/src/consent";
import { consents } from "../../snippet/src/consents";
import { kept } from "../../snippet/src/kept";
import type { Reading } from "../../snippet/src/adapters/read";
import type { Parts, Setup } from "../../snippet/src/setup";
import { newVisit } from "../../snippet/src/visit";
import { fakeClock } from "./fake_clock";
import { type FakeKeep, fakeKeep } from "./fake_keep";
import { FakeSocket } from "./fake_socket";

let sockets: FakeSocket[];
let beacons: { sid: string; e: { n: string }[] }[];

beforeEach(() => {
  sockets = [];
  beacons = [];
  class Dialled extends FakeSocket {
    constructor() {
      super();
      sockets.push(this);
    }
  }
  vi.stubGlobal("WebSocket", Dialled);
  vi.stubGlobal("fetch", () => Promise.reject(new Error("down")));
  Object.defineProperty(navigator, "sendBeacon", { configurable: true, value: (_: string, text: string) => beacons.push(JSON.parse(text) as never) > 0 });
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  document.title = "Trail mug";
  document.body.innerHTML = "";
  Reflect.deleteProperty(window, "dataLayer");
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Begin = (core: Parameters<Parts["adapter-read"]["begin"]>[0], ready: (reading?: Reading, done?: boolean) => void) => void;

/** Parts that are there at once, as a test wants them. */
const partsOf = (begin: Begin, show?: () => Promise<object>): Setup["part"] => {
  const parts: Record<string, object> = { "adapter-read": { begin }, attention: { attention }, kept: { kept }, consents: { consents } };
  const there = (part: object) => {
    const it = Promise.resolve(part);
    const then = (work?: (it: object) => unknown) => {
      work?.(part);
      return it;
    };
    // oxlint-disable-next-line unicorn/no-thenable -- Nothing awaits it, and so the clock alone moves a test on.
    return Object.assign(it, { then }) as Promise<object>;
  };
  const part = (name: string): Promise<object> => {
    const known = parts[name];
    if (known) return there(known);
    return name === "show" && show ? show() : new Promise<never>(() => undefined);
  };
  return part as Setup["part"];
};

const setUp = (fallback: Consent = "anonymous", gpc = false, local: FakeKeep = fakeKeep(), tab: FakeKeep = fakeKeep(), reading: Begin = (_, ready) => ready(), show?: () => Promise<object>) => {
  const clock = fakeClock();
  const visit = newVisit({
    key: "pk",
    base: "https://t.test/t/",
    fallback,
    gpc,
    dnt: false,
    clock,
    safely: (work) => work,
    local,
    tab,
    part: partsOf(reading, show),
    debug: undefined,
  });
  const last = (): FakeSocket => sockets.at(-1) ?? new FakeSocket();
  const welcome = (tok = "t1"): void => {
    last().opens();
    last().says({ t: "welcome", ep: "e", hi: 0, tok, ref: `r_${tok}`, hb_ms: 20_000, win: 64, cfg: {} });
  };
  const begin = (): void => {
    visit.begin();
    clock.pass(1);
    if (sockets.length) welcome();
    clock.pass(50);
  };
  /** Names of the events sent on the last socket. */
  const names = (): string[] => last().of("ev").flatMap(({ e }) => (e as { n: string }[]).map(({ n }) => n));
  const hello = () => last().of("hello")[0] as { sid: string; tok?: string; consent: { state: string; src: string } };
  return { clock, visit, last, welcome, begin, names, hello, local, tab };
};

test("what a page calls before it has come up is told after the page itself", () => {
  const { visit, begin, names } = setUp();

  visit.add("goal_begin", { goal: "booking" });
  begin();
  expect(names()).toEqual(["page_view", "goal_begin"]);
});

test("without consent nothing is opened, sent or kept", () => {
  const { visit, clock, begin, local, tab } = setUp("none");

  begin();
  visit.add("cart", { currency: "EUR", lines: [] });
  visit.life("hidden");
  visit.life("pagehide");
  clock.pass(60_000);
  expect([sockets.length, beacons.length, local.all, tab.all]).toEqual([0, 0, {}, {}]);
});

test("anonymous keeps nothing on the device", () => {
  const { visit, clock, begin, hello, local, tab } = setUp();

  begin();
  visit.add("cart", { currency: "EUR", lines: [] });
  clock.pass(1000);
  visit.life("pagehide");
  expect(hello().consent).toMatchObject({ state: "anonymous", src: "default" });
  expect([local.all, tab.all]).toEqual([{}, {}]);
  expect(beacons[0]?.e.map(({ n }) => n)).toContain("page_hide");
});

test("a yes called before the page has come up makes one connection, a full one", () => {
  const { visit, begin, hello, local } = setUp();

  visit.consent("full");
  begin();
  expect([sockets.length, hello().consent.state]).toEqual([1, "full"]);
  expect(JSON.parse(local.all["tarry:pk"] ?? "")).toMatchObject({ tok: "t1", agreed: expect.any(Number) });
});

test("a yes is known on the next page, with its token and its time", () => {
  const first = setUp();
  first.visit.consent("full");
  first.begin();
  const agreed = first.hello().consent;

  const next = setUp("anonymous", false, first.local);
  next.clock.pass(5000);
  next.visit.consent("full");
  next.begin();
  expect([next.hello().tok, next.hello().consent]).toEqual(["t1", agreed]);
});

test("Global Privacy Control makes a full visit anonymous and wipes what was kept", () => {
  const kept = fakeKeep({ "tarry:pk": { tok: "old", at: Date.now() * 2, agreed: 5 } });
  const { begin, hello } = setUp("anonymous", true, kept);

  begin();
  expect([hello().consent, hello().tok, kept.all]).toEqual([{ state: "anonymous", src: "gpc", at: 5 }, undefined, {}]);
});

test("an upgrade takes a new name, tells the page again and what stands: cart and goals", () => {
  const { visit, clock, begin, welcome, names, hello } = setUp();
  begin();
  visit.add("cart", { currency: "EUR", lines: [] });
  visit.add("goal_step", { goal: "booking", step: "date" });
  visit.add("add_to_cart", { sku: "A", qty: 1 });
  clock.pass(50);
  const before = hello().sid;

  visit.consent("full");
  clock.pass(1001);
  welcome("t2");
  clock.pass(50);
  expect(hello().sid).not.toBe(before);
  expect([hello().tok, names()]).toEqual([undefined, ["page_view", "cart", "goal_step"]]);
});

test("a withdrawal is told, then closes and wipes", () => {
  const { visit, clock, begin, last, local, tab } = setUp("full");
  begin();
  visit.add("cart", { currency: "EUR", lines: [] });
  clock.pass(500);
  expect(Object.keys({ ...local.all, ...tab.all })).toEqual(["tarry:pk", "tarry:pk:rest"]);

  visit.consent("none");
  expect(last().of("consent")).toMatchObject([{ state: "none", src: "call" }]);
  clock.pass(2000);
  expect([last().closedWith, local.all, tab.all, sockets.length]).toEqual([1000, {}, {}, 1]);
});

test("yes, no and yes again within a second leaves nothing of the first yes", () => {
  const { visit, clock, begin, welcome, hello, local } = setUp("full");
  begin();
  visit.consent("anonymous");
  visit.consent("full");
  clock.pass(1);
  welcome("t2");
  clock.pass(2000);

  expect(hello().tok).toBeUndefined();
  expect(JSON.parse(local.all["tarry:pk"] ?? "{}")).toMatchObject({ tok: "t2" });
});

test.each([4001, 4002, 4003])("%i silences the document, whatever the visitor agrees to later", (code) => {
  const { visit, clock, begin, last } = setUp();
  begin();

  last().ends(code);
  visit.consent("full");
  visit.add("cart", { currency: "EUR", lines: [] });
  clock.pass(120_000);
  expect(sockets).toHaveLength(1);
});

test("after 4011 the page goes on under a new name, and nothing of the old one is sent again", () => {
  const { visit, clock, begin, welcome, last, hello, names, tab } = setUp("full");
  begin();
  visit.add("add_to_cart", { sku: "A", qty: 1 });
  clock.pass(500);
  const { sid } = hello();
  expect(tab.all["tarry:pk:rest"]).toContain(sid);

  last().ends(4011);
  expect(tab.all).toEqual({});
  clock.pass(1000);
  welcome();
  clock.pass(100);
  expect([hello().sid === sid, names(), beacons]).toEqual([false, ["page_view"], []]);
});

test("a server that ends every stream at once is asked less and less often", () => {
  const { clock, begin, last } = setUp();
  begin();

  for (let s = 0; s < 600; s++) {
    if (last().readyState === 0) {
      last().opens();
      last().ends(4011);
    }
    clock.pass(1000);
  }
  expect(sockets.length).toBeGreaterThan(5);
  expect(sockets.length).toBeLessThan(30);
});

test("a page left alone for more than twelve hours goes on under a new name by itself", () => {
  const { visit, clock, begin, welcome, last, hello, names } = setUp();
  begin();
  last().says({ t: "ack", hi: 1 });
  const { sid } = hello();

  visit.life("freeze");
  clock.sleep(12 * 3_600_000 + 1);
  visit.life("resume");
  clock.pass(1000);
  welcome();
  clock.pass(100);
  expect([hello().sid === sid, names()]).toEqual([false, ["page_view"]]);
});

test("of the owner's settings the newest count, and a welcome starts afresh", () => {
  const { visit, begin, last, welcome } = setUp();
  const cfg = (d: object): void => last().says({ t: "push", id: "c", ps: 1, kind: "cfg", d });
  begin();

  cfg({ rev: 5, currency: "EUR" });
  cfg({ rev: 4, currency: "USD" });
  expect(visit.cfg).toEqual({ rev: 5, currency: "EUR" });
  visit.life("freeze");
  visit.life("resume");
  welcome();
  cfg({ rev: 4, currency: "GBP" });
  expect(visit.cfg).toEqual({ rev: 4, currency: "GBP" });
});

test("erasing tells the server, and is reported when it has closed and all is wiped", async () => {
  const { visit, begin, last, local } = setUp("full");
  let done = 0;
  begin();

  visit.erase(() => done++);
  expect([last().of("consent")[0]?.["erase"], done]).toEqual([true, 0]);
  last().ends(4010);
  await new Promise((resolve) => setTimeout(resolve));
  expect([done, local.all]).toEqual([1, {}]);
});

test("a server that closes with 4010 ends everything", () => {
  const { visit, clock, begin, last, local } = setUp("full");
  begin();

  last().ends(4010);
  visit.add("cart", { currency: "EUR", lines: [] });
  clock.pass(120_000);
  expect([sockets.length, local.all]).toEqual([1, {}]);
});

test("a page that goes into the back/forward cache leaves properly and resumes its stream when it is back", () => {
  const { visit, begin, welcome, clock, last, hello } = setUp("full");
  begin();
  const { sid } = hello();

  visit.life("pagehide");
  expect([last().sent.at(-1), last().closedWith]).toEqual([{ t: "bye" }, 1000]);
  visit.life("bfcache");
  expect(sockets).toHaveLength(2);
  welcome();
  clock.pass(50);
  expect(hello().sid).toBe(sid);
});

test("half a minute hidden closes the connection, showing it again opens one at once", () => {
  const { visit, begin, clock, last } = setUp();
  begin();

  visit.life("hidden");
  clock.pass(29_000);
  expect(last().closedWith).toBeUndefined();
  clock.pass(1000);
  expect(last().closedWith).toBe(1000);
  visit.life("visible");
  expect(sockets).toHaveLength(2);
});

test("a glance at another tab keeps the connection", () => {
  const { visit, begin, clock, last } = setUp();
  begin();

  visit.life("hidden");
  clock.pass(10_000);
  visit.life("visible");
  clock.pass(25_000);
  expect([sockets.length, last().closedWith]).toEqual([1, undefined]);
});

test("what an earlier document left is posted under its own name, before a new visitor would be made", () => {
  const first = setUp("full");
  first.begin();
  first.visit.life("pagehide");
  first.local.set("tarry:pk", undefined);
  const posts: { sid: string; r: number; key: string }[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    posts.push(JSON.parse(body) as never);
    return new Promise(() => undefined);
  });
  const before = sockets.length;

  const next = setUp("full", false, first.local, first.tab);
  next.visit.begin();
  next.clock.pass(1);
  expect(posts).toMatchObject([{ sid: first.hello().sid, r: 1 }]);
  expect(sockets).toHaveLength(before);
  next.clock.pass(2000);
  expect(sockets).toHaveLength(before + 1);
});

test("what a document left is told to a store that went back in time, after what is nowhere any more", async () => {
  const { local, tab, clock, visit } = setUp("full");
  const events = [{ n: "cart", v: 1, d: {}, at: 0 }];
  tab.set("tarry:pk:rest", [{ sid: "s0", acked: 20, s: 21, events, skip: [] }]);
  const posts: { skip?: unknown; s: number }[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    posts.push(JSON.parse(body) as never);
    return Promise.resolve(new Response(JSON.stringify({ ack: posts.at(-1)?.skip ? 21 : 10, ep: "e2" })));
  });

  visit.begin();
  clock.pass(1);
  for (let i = 0; i < 40; i++) await Promise.resolve();
  expect(posts).toMatchObject([{ s: 21 }, { s: 21, acked: 10, skip: [{ from: 11, to: 20, why: "overflow" }] }]);
  expect([local.get("tarry:pk:rest"), tab.get("tarry:pk:rest")]).not.toContainEqual(expect.arrayContaining([expect.objectContaining({ sid: "s0" })]));
});

test("the shop hears the visitor's reference whenever it is a new one", () => {
  const { visit, begin } = setUp();
  const refs: string[] = [];
  visit.onRef = (ref) => refs.push(ref);

  begin();
  expect(refs).toEqual(["r_t1"]);
});

/** What reads the page, in a test's hands: `core` is what it may call. */
const reader = () => {
  let core: Parameters<Begin>[0] | undefined;
  let ready: Parameters<Begin>[1] = () => undefined;
  const named: unknown[] = [];
  let kind = "other";
  const it = { kind: () => ({ kind }), name: (names: readonly unknown[]) => void named.push(...names), started: () => [], listening: () => Promise.resolve() };
  const reading: Begin = (given, told) => {
    core = given;
    ready = told;
  };
  return { reading, named, tell: (n: string, d: object) => core?.tell(n, { ...d }), onTurn: (work: () => void) => core?.onTurn(work), is: (word: string) => (kind = word), ready: (done = true) => ready(it, done) };
};
const withReader = () => {
  const reads = reader();
  const set = setUp("anonymous", false, fakeKeep(), fakeKeep(), reads.reading);
  const views = (): unknown[] =>
    set.last().of("ev").flatMap(({ e }) => (e as { n: string; v: number; d: { kind: string; path: string } }[]).filter(({ n }) => n === "page_view").map(({ v, d }) => [v, d.kind]));
  return { ...set, ...reads, views };
};

test("a page is told with its kind once it is read, before all that was read in it", () => {
  const { clock, begin, names, views, tell, is, ready } = withReader();
  begin();
  ready(false);
  tell("add_to_cart", { sku: "A", qty: 1 });
  clock.pass(1000);
  expect(names()).toEqual([]);

  is("list");
  ready();
  clock.pass(400);
  expect([names(), views()]).toEqual([["page_view", "add_to_cart"], [[1, "list"]]]);
});

test("a product is told with its page at once, and active time as it grows", () => {
  const { clock, begin, names, tell, is, ready } = withReader();
  begin();
  ready(false);

  is("product");
  tell("view_item", { sku: "A", price: "24" });
  clock.pass(50);
  expect(names()).toEqual(["page_view", "view_item"]);
  clock.pass(6000);
  expect(names()).toEqual(["page_view", "view_item", "page_ping"]);
});

test("a page that nothing reads is told all the same, and one that is left too early before it is gone", () => {
  const slow = withReader();
  slow.begin();
  slow.clock.pass(2600);
  expect(slow.names()).toEqual(["page_view"]);

  const brief = withReader();
  brief.begin();
  brief.visit.life("pagehide");
  expect(brief.names()).toEqual(["page_view", "page_hide"]);
});

test("a new address in the same document is a new view, whoever tells of it, and told once it has settled", () => {
  const { clock, begin, visit, views, is, ready, onTurn } = withReader();
  let turns = 0;
  begin();
  onTurn(() => turns++);
  ready();
  clock.pass(500);
  window.dispatchEvent(new Event("pointermove"));
  clock.pass(500);

  is("product");
  history.pushState(null, "", "/p/mug");
  visit.page();
  history.replaceState(null, "", "/p/mug?size=2");
  history.replaceState(null, "", "/p/mug?size=2#more");
  expect(views()).toEqual([[1, "other"]]);
  clock.pass(1000);
  expect([views().at(-1), views().length, turns]).toEqual([[3, "product"], 2, 2]);
  visit.page();
  clock.pass(1000);
  expect(views().at(-1)).toEqual([4, "product"]);
  visit.stop();
});

test("an address that changes though nobody touches the page is a new view within a second", () => {
  const { clock, begin, visit, views, is, ready } = withReader();
  begin();
  ready();
  clock.pass(500);

  is("list");
  history.pushState(null, "", "/by/itself");
  clock.pass(1500);

  expect(views()).toEqual([[1, "other"], [2, "list"]]);
  visit.stop();
});

test("a product is told again with its page when consent begins a new stream", () => {
  const { clock, begin, welcome, visit, names, tell, ready } = withReader();
  begin();
  ready();
  tell("view_item", { sku: "A" });
  clock.pass(50);

  visit.consent("full");
  clock.pass(1001);
  welcome("t2");
  clock.pass(50);
  expect(names()).toEqual(["page_view", "view_item"]);
});

test("adapters the owner names are started when the settings come", () => {
  const { begin, last, named, ready } = withReader();
  begin();
  ready();

  last().says({ t: "push", id: "c", ps: 1, kind: "cfg", d: { rev: 1, adapters: ["shopify"] } });
  expect(named).toEqual(["shopify"]);
});

/** What deals with prompts, in a test's hands: fetched when `come` is called. */
const door = () => {
  const heard: unknown[] = [];
  const waiting: (() => void)[] = [];
  const showing = { held: [], hear: ({ id }: { id: string }, at: number) => heard.push([id, at]), withdraw: () => heard.push("withdraw"), reconnected: () => undefined, look: () => undefined };
  const show = () =>
    new Promise<object>((come) => waiting.push(() => come({ begin: () => showing })));
  const set = setUp("anonymous", false, fakeKeep(), fakeKeep(), undefined, show);
  const hear = (id: string): void => set.last().says({ t: "push", id, ps: 1, kind: "prompt", d: {} });
  const all = async (): Promise<void> => {
    for (const come of waiting.splice(0)) come();
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { ...set, heard, hear, all };
};

test("prompts wait for what deals with them, and are handed over in order with the time they came", async () => {
  const { clock, begin, heard, hear, all } = door();
  begin();

  const at = clock.now();
  hear("a");
  clock.pass(10);
  hear("b");
  expect(heard).toEqual([]);
  clock.pass(1);
  await all();
  expect(heard).toEqual([["a", at], ["b", at + 10]]);
});

test("a prompt from before everything was forgotten is not dealt with, and what stands is taken down", async () => {
  const { clock, begin, visit, heard, hear, all } = door();
  begin();
  hear("a");
  visit.consent("none");
  clock.pass(1);
  await all();
  expect(heard).toEqual([]);

  const other = door();
  other.begin();
  other.hear("b");
  other.clock.pass(1);
  await other.all();
  other.visit.consent("none");
  expect(other.heard.at(-1)).toBe("withdraw");
});

/** A consent platform on the page, and what it says next. */
const platform = () => {
  const page = window as unknown as { __tcfapi?: unknown };
  let say: (data: object) => void = () => undefined;
  page.__tcfapi = (_: string, __: number, work: (data: object, fine: boolean) => void) => {
    say = (data) => work(data, true);
  };
  return {
    says: (...yes: number[]) =>
      say({ eventStatus: "useractioncomplete", purpose: { consents: Object.fromEntries(yes.map((n) => [n, true])) } }),
    gone: () => delete page.__tcfapi,
  };
};

test("a visit begins and goes on under what the page's consent platform says", () => {
  const { says, gone } = platform();
  const { clock, begin, hello, visit, welcome } = setUp("full");
  begin();
  expect(hello().consent).toMatchObject({ state: "anonymous", src: "default" });

  says(1, 5, 6, 8);
  clock.pass(2000);
  welcome("t2");
  expect(hello().consent).toMatchObject({ state: "full", src: "tcf" });

  says(2);
  clock.pass(2000);
  visit.add("cart", { currency: "EUR", lines: [] });
  clock.pass(2000);
  expect([sockets.length, sockets.at(-1)?.readyState === 1]).toEqual([2, false]);
  gone();
});

test("what the page says itself comes before its platform", () => {
  const { says, gone } = platform();
  const { clock, begin, hello, visit } = setUp("none");
  visit.consent("anonymous");
  begin();
  says(1, 5, 6, 8);
  clock.pass(2000);

  expect(hello().consent).toMatchObject({ state: "anonymous", src: "call" });
  gone();
});

test("a platform that comes late is found, and begins with its first word", () => {
  const { clock, begin, hello } = setUp("none");
  begin();
  expect(sockets).toEqual([]);
  const { says, gone } = platform();
  clock.pass(1000);
  says(8);
  clock.pass(1);

  sockets.at(-1)?.opens();
  expect(hello().consent).toMatchObject({ state: "anonymous", src: "tcf" });
  gone();
});
