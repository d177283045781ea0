/** Tests of what a shop may call, and of what it may get wrong. */

import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type Call, calls, type Told } from "../../snippet/src/calls";
import { type Commanded, commands, own } from "../../snippet/src/commands";

const setUp = () => {
  const added: [string, unknown][] = [];
  const called: unknown[][] = [];
  const visit: Commanded & Told = {
    onRef: undefined,
    onPrompt: undefined,
    ref: undefined,
    cfg: { currency: "EUR" },
    add: (name, fields) => added.push([name, fields]),
    consent: (state) => called.push(["consent", state]),
    erase: (done) => void (typeof done === "function" && setTimeout(done)),
    reset: () => called.push(["reset"]),
    page: () => called.push(["page"]),
  };
  return { added, called, visit, run: { ...own(visit), ...calls(visit) } as Readonly<Record<string, Call>> };
};

test("only a state of consent changes consent", () => {
  const { called, run } = setUp();

  run["consent"]?.("full");
  run["consent"]?.("yes");
  expect(called).toEqual([["consent", "full"]]);
});

test("a goal begins, goes on and is reached", () => {
  const { added, run } = setUp();

  run["goal"]?.("booking", { title: "Guided walk", url: "/walk" });
  run["goal"]?.("booking", { step: "people", value: 24, currency: "eur", detail: { adults: 2, deep: {} } });
  run["goal"]?.("booking", { done: true });
  expect(added).toEqual([
    ["goal_begin", { goal: "booking", title: "Guided walk", url: "/walk" }],
    ["goal_step", { goal: "booking", step: "people", value: "24", currency: "EUR", detail: { adults: "2" } }],
    ["goal_complete", { goal: "booking" }],
  ]);
});

test("a cart is told whole, in the shop's currency where it names none", () => {
  const { added, run } = setUp();

  run["cart"]?.({ total: "24.00", lines: [{ sku: "A", name: "Mug", qty: 1, price: 24, url: "/p/a" }] });
  const line = { sku: "A", name: "Mug", qty: 1, price: "24", url: "/p/a" };
  expect(added).toEqual([["cart", { currency: "EUR", total: "24.00", lines: [line], src: "call" }]]);
});

test("an event of a known name is that event, any other one is the shop's own", () => {
  const { added, run } = setUp();

  run["event"]?.("add_to_cart", { items: [{ item_id: "A", item_name: "Mug" }] });
  run["track"]?.("Quiz done", { score: 3, nested: {}, long: "x".repeat(900), bad: Number.NaN });
  expect(added).toEqual([
    ["add_to_cart", { sku: "A", qty: 1, name: "Mug", currency: "EUR", src: "call" }],
    ["custom", { score: 3, long: "x".repeat(512), name: "Quiz done" }],
  ]);
});

test("of an id only the hash leaves the page", async () => {
  const { added, run } = setUp();

  run["identify"]?.({ id: " Ann@Example.org ", proof: "p" });
  await vi.waitFor(() => expect(added).toHaveLength(1));
  expect(added[0]).toEqual(["identify", { kind: "email", hash: expect.stringMatching(/^[0-9a-f]{64}$/), proof: "p" }]);
  expect(JSON.stringify(added)).not.toMatch(/ann/i);
});

test("an error in a callback of the shop's is the shop's to see and stops nothing", () => {
  const { visit, run } = setUp();
  const seen = vi.spyOn(console, "error").mockImplementation(() => undefined);

  run["ref"]?.(() => {
    throw new Error("theirs");
  });
  visit.onRef?.("r_1");
  run["erase"]?.("no function");
  expect(seen).toHaveBeenCalled();
  seen.mockRestore();
});

test("no arguments at all can make a command throw", () => {
  const { run } = setUp();
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(run)), fc.array(fc.anything(), { maxLength: 3 }), (name, args) => void run[name]?.(...args)),
  );
  quiet.mockRestore();
});

test("what tells of something is fetched with the first call, and heard in order as it was said", async () => {
  const { added, visit } = setUp();
  const run = commands(visit, () => Promise.resolve({ calls }));
  const goal = { step: "date" };

  run("goal", "booking", goal);
  goal.step = "people";
  run("goal", "booking", goal);
  run("constructor");
  for (let i = 0; i < 5; i++) await Promise.resolve();
  expect(added.map(([, fields]) => (fields as { step?: string }).step)).toEqual(["date", "people"]);
});

test("the shop hears that all is erased, and its errors stay its own", async () => {
  const { visit } = setUp();
  let done = 0;
  const run = commands(visit, () => Promise.resolve({ calls }));

  run("erase", () => done++);
  run("erase");
  await new Promise((resolve) => setTimeout(resolve));
  expect(done).toBe(1);
});
