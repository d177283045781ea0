/** Tests of one stream over sockets and beacons together. @vitest-environment node */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Ending } from "../../snippet/src/answers";
import type { ConsentClaim } from "../../snippet/src/consent";
import { type Facts, newStream } from "../../snippet/src/stream";
import type { ServerFrame } from "../../snippet/src/wire";
import { fakeClock } from "./fake_clock";
import { FakeSocket } from "./fake_socket";

const CLAIM: ConsentClaim = { state: "full", src: "call", at: 1 };
const FACTS: Facts = { v: 1, key: "pk", consent: CLAIM, gpc: false, dnt: false, page: { path: "/" }, caps: ["prompt"], held: [] };
const SID = "q3cR0mWw1m0d5o3bKXb3Rw";

const beacons: Record<string, unknown>[] = [];
const posts: Record<string, unknown>[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  beacons.length = posts.length = 0;
  answer = () => Promise.reject(new Error("down"));
  vi.stubGlobal("navigator", { sendBeacon: (_url: string, text: string) => beacons.push(JSON.parse(text) as never) > 0 });
  vi.stubGlobal("fetch", (_url: string, { body }: { body: string }) => {
    posts.push(JSON.parse(body) as never);
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const setUp = () => {
  const clock = fakeClock();
  const sockets: FakeSocket[] = [];
  const over: Ending[] = [];
  const heard: ServerFrame[] = [];
  const tokens: string[] = [];
  const stream = newStream(SID, "t0", {
    clock,
    safely: (work) => work,
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    beaconUrl: "/t/b",
    facts: () => FACTS,
    changed: () => undefined,
    token: (tok) => tokens.push(tok),
    heard: (frame) => heard.push(frame),
    over: (how) => over.push(how),
  });
  const last = (): FakeSocket => sockets.at(-1) ?? new FakeSocket();
  const live = (hi = 0, more: object = {}): void => {
    stream.link.start();
    last().opens();
    last().says({ t: "welcome", ep: "e1", hi, tok: "t1", hb_ms: 20_000, win: 64, ...more });
  };
  const add = (n: string, at = clock.now()): void => stream.add({ n, v: 1, d: {}, at });
  const second = async (): Promise<void> => {
    clock.pass(1000);
    stream.tick();
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  return { clock, sockets, over, heard, tokens, stream, last, live, add, second };
};

test("the greeting says what is held, what is acknowledged and where the server was", () => {
  const { stream, last, live, add } = setUp();

  add("page_view");
  live();
  expect(last().of("hello")[0]).toMatchObject({ ...FACTS, sid: SID, first: 1, last: 1, acked: 0, ps: 0 });
  last().says({ t: "ack", hi: 1 });
  last().says({ t: "push", id: "p", kind: "prompt", ps: 7, d: {} });
  stream.link.close();
  stream.link.start();
  last().opens();
  expect(last().of("hello")[0]).toMatchObject({ first: 1, last: 0, acked: 1, ps: 7, ep: "e1" });
});

test("events gather for a moment, dear ones go at once", () => {
  const { clock, last, live, add } = setUp();
  live();

  add("page_view");
  add("view_item");
  expect(last().of("ev")).toHaveLength(0);
  clock.pass(30);
  expect(last().of("ev")).toMatchObject([{ s: 1, e: [{ n: "page_view" }, { n: "view_item" }] }]);
  add("cart");
  clock.pass(0);
  expect(last().of("ev")).toHaveLength(2);
});

test("after a cut the same events go again under the same numbers", () => {
  const { clock, last, live, add } = setUp();
  live();
  add("page_view");
  add("cart");
  clock.pass(30);

  last().ends(1006);
  clock.pass(60_000);
  last().opens();
  last().says({ t: "welcome", ep: "e1", hi: 1, hb_ms: 20_000 });
  expect(last().of("ev")).toMatchObject([{ s: 2, e: [{ n: "cart" }] }]);
});

test("load control is obeyed: the gap between frames, the window, and what not to send", () => {
  const { clock, last, live, add } = setUp();
  live();
  last().says({ t: "flow", win: 3, gap_ms: 1000, drop: ["low"] });

  add("page_ping");
  add("cart");
  clock.pass(30);
  add("cart");
  clock.pass(500);
  expect(last().of("ev")).toHaveLength(1);
  clock.pass(600);
  expect(last().of("ev").map(({ s }) => s)).toEqual([1, 2]);
});

test("what an earlier connection was asked does not bind the next one", () => {
  const { clock, stream, last, live, add } = setUp();
  live();
  last().says({ t: "flow", win: 3, gap_ms: 60_000, drop: ["low"] });
  add("cart");
  clock.pass(0);

  stream.link.close();
  live(1);
  add("page_ping");
  clock.pass(30);
  expect([stream.outbox.last, stream.outbox.win, last().of("ev").length]).toEqual([2, 64, 1]);
});

test("a gap no timer could hold is cut to a minute", () => {
  const { clock, last, live, add } = setUp();
  live();
  last().says({ t: "flow", gap_ms: 1e300 });

  add("cart");
  clock.pass(0);
  add("cart");
  clock.pass(59_999);
  expect(last().of("ev")).toHaveLength(1);
  clock.pass(1);
  expect(last().of("ev")).toHaveLength(2);
});

test("nothing is lost while a server drains: what is kept meanwhile goes to the next one", () => {
  const { clock, last, live, add } = setUp();
  live();
  last().says({ t: "bye", why: "restart", retry_ms: 2000 });

  add("cart");
  clock.pass(1000);
  expect(last().of("ev")).toHaveLength(0);
  last().ends(1012);
  clock.pass(2000);
  last().opens();
  last().says({ t: "welcome", ep: "e1", hi: 0, hb_ms: 20_000, win: 64 });
  expect(last().of("ev")).toMatchObject([{ s: 1, e: [{ n: "cart" }] }]);
});

test("a stream is stale twelve hours after the server last took something of it, heartbeats or not", () => {
  const { clock, stream, last, live, add } = setUp();
  live();
  expect(stream.stale()).toBe(false);
  add("cart");
  clock.pass(0);
  last().says({ t: "ack", hi: 1 });

  clock.sleep(12 * 3_600_000);
  last().says({ t: "hb", n: 1 });
  expect(stream.stale()).toBe(false);
  clock.sleep(1);
  expect(stream.stale()).toBe(true);
});

test("the token in use is the stream's own, first from its page, then from the server", () => {
  const { stream, last, live } = setUp();

  live();
  expect(last().of("hello")[0]?.["tok"]).toBe("t0");
  stream.link.close();
  stream.link.start();
  last().opens();
  expect(last().of("hello")[0]?.["tok"]).toBe("t1");
});

test("a beacon answered with 410 ends the stream and has everything wiped", async () => {
  const { stream, add, second, over } = setUp();
  answer = () => Promise.resolve(new Response(null, { status: 410 }));
  stream.link.start();
  add("page_view");

  for (let i = 0; i < 6; i++) await second();
  expect([over, stream.link.phase]).toEqual([["wipe"], "OFF"]);
});

test("what was outstanding at a change of consent is posted, unless nothing is allowed any more", () => {
  for (const [state, posted] of [["anonymous", 1], ["none", 0]] as const) {
    const { clock, stream, live, add } = setUp();
    beacons.length = 0;
    live();
    add("cart");

    stream.end({ state, src: "call", at: 2 }, false, () => undefined);
    clock.pass(1000);
    expect([state, beacons.length]).toEqual([state, posted]);
  }
});

test("where even views are shed, one in five seconds still goes and dear ones always", () => {
  const { clock, stream, last, live, add } = setUp();
  live();
  last().says({ t: "flow", drop: ["low", "view"] });

  for (const n of ["page_view", "price_seen", "cart"]) add(n);
  expect(stream.outbox.last).toBe(2);
  clock.pass(5000);
  add("price_seen");
  expect(stream.outbox.last).toBe(3);
});

test("leaving flushes, posts what is unacknowledged, says bye and closes", () => {
  const { stream, last, live, add } = setUp();
  live();

  add("page_hide");
  stream.leave();
  expect(last().sent.map(({ t }) => t)).toEqual(["hello", "ev", "bye"]);
  expect(last().closedWith).toBe(1000);
  expect(beacons).toMatchObject([{ sid: SID, s: 1, e: [{ n: "page_hide" }] }]);
});

test("with nothing outstanding no beacon is posted", () => {
  const { stream, live } = setUp();
  live();

  stream.leave();
  expect(beacons).toEqual([]);
});

test("without a socket for five seconds events go by beacon, and its answer acknowledges", async () => {
  const { stream, add, second, last, tokens } = setUp();
  answer = () => Promise.resolve(new Response('{"ack":1,"ep":"e1","tok":"t9"}'));
  stream.link.start();
  add("page_view");

  for (let i = 0; i < 4; i++) await second();
  expect(posts).toHaveLength(0);
  await second();
  expect(posts).toMatchObject([{ r: 1, s: 1 }]);
  expect([stream.outbox.empty(), tokens]).toEqual([true, ["t9"]]);
  last().opens();
  expect(last().of("hello")[0]).toMatchObject({ acked: 1, ep: "e1" });
});

test("a page that lives by beacons tells a store that went back in time everything again", async () => {
  const { stream, add, second } = setUp();
  const store = { ep: "e1", hi: 0 };
  answer = () => {
    const { s, e } = posts.at(-1) as unknown as { s: number; e: unknown[] };
    if (s <= store.hi + 1) store.hi = Math.max(store.hi, s + e.length - 1);
    return Promise.resolve(new Response(JSON.stringify({ ack: store.hi, ep: store.ep })));
  };
  stream.link.start();
  for (let i = 0; i < 20; i++) add("page_view");
  for (let i = 0; i < 6; i++) await second();
  expect([store.hi, stream.outbox.empty()]).toEqual([20, true]);

  Object.assign(store, { ep: "e2", hi: 10 });
  add("add_to_cart");
  for (let i = 0; i < 12; i++) await second();
  expect(posts.map(({ s }) => s)).toEqual([1, 21, 11]);
  expect([store.hi, stream.outbox.empty()]).toEqual([21, true]);
});

test("a store that answers a beacon with more than was ever told ends the stream", async () => {
  const { stream, add, second, over } = setUp();
  answer = () => Promise.resolve(new Response('{"ack":5,"ep":"e2"}'));
  stream.link.start();
  add("page_view");

  for (let i = 0; i < 6; i++) await second();
  expect(over).toEqual(["renew"]);
});

test("a server that does not answer is asked less and less often", async () => {
  const { stream, add, second } = setUp();
  stream.link.start();
  add("page_view");

  for (let i = 0; i < 120; i++) await second();
  expect(posts.length).toBeLessThan(6);
});

test("a frame the server could not decode is given up after reconnecting, later ones are not", () => {
  const { clock, last, live, add } = setUp();
  live();
  add("cart");
  clock.pass(0);

  last().ends(1008);
  add("cart");
  clock.pass(120_000);
  last().opens();
  last().says({ t: "welcome", ep: "e1", hi: 0, hb_ms: 20_000 });
  expect(last().sent.slice(1)).toMatchObject([{ t: "skip", from: 1, to: 1, why: "corrupt" }, { t: "ev", s: 2 }]);
});

test("a server that knows more than was sent, or a newer twin, ends the stream and asks for a new one", () => {
  const ahead = setUp();
  ahead.live(5);
  expect([ahead.over, ahead.stream.link.phase]).toEqual([["renew"], "OFF"]);

  const twin = setUp();
  twin.live();
  twin.last().ends(4011);
  expect(twin.over).toEqual(["renew"]);
});

test("a refused token is dropped", () => {
  const { last, live, tokens } = setUp();
  live();

  last().ends(4004);
  expect(tokens).toEqual(["t1", ""]);
});

test("a change of consent waits for what is outstanding, but no longer than a second", () => {
  const { clock, stream, last, live, add } = setUp();
  const claim: ConsentClaim = { state: "anonymous", src: "call", at: 2 };
  let done = 0;
  live();
  add("cart");

  stream.end(claim, false, () => done++);
  expect(last().sent.at(-1)).toEqual({ t: "consent", ...claim });
  expect(done).toBe(0);
  last().says({ t: "ack", hi: 1 });
  expect([done, last().closedWith, stream.link.phase]).toEqual([1, 1000, "OFF"]);

  const slow = setUp();
  let late = 0;
  slow.live();
  slow.add("cart");
  slow.stream.end(claim, false, () => late++);
  slow.clock.pass(999);
  expect(late).toBe(0);
  slow.clock.pass(1);
  expect(late).toBe(1);
  clock.pass(5000);
  expect(done).toBe(1);
});

test("erasing is over when the server has closed, and waits for a connection where there is none", () => {
  const { stream, last, over } = setUp();
  let done = 0;

  stream.end({ state: "none", src: "erase", at: 2 }, true, () => done++);
  last().opens();
  last().says({ t: "welcome", ep: "e1", hi: 0, hb_ms: 20_000 });
  expect(last().of("consent")).toEqual([{ t: "consent", state: "none", src: "erase", at: 2, erase: true }]);
  expect(done).toBe(0);
  last().ends(4010);
  expect([done, over]).toEqual([1, []]);
});
