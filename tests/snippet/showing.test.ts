/** Tests of a prompt's way from push to report: shown at most once, in time, at a good moment, and told truly. @vitest-environment node */

import { expect, test } from "vitest";
import type { Objection } from "../../snippet/src/manners";
import type { PromptData, PromptHost } from "../../snippet/src/prompt";
import { newShowing } from "../../snippet/src/showing";
import type { ClientFrame } from "../../snippet/src/wire";
import { fakeClock } from "./fake_clock";

const D = {
  headline: "Hello",
  body: "",
  actions: [
    { id: "go", label: "Go", do: "link", href: "/" },
    { id: "more", label: "More", do: "more" },
  ],
};

const setUp = () => {
  const clock = fakeClock();
  const sent: ClientFrame[] = [];
  const drawn: { d: PromptData; host: PromptHost; closed: boolean; risen: boolean }[] = [];
  const state: { why: Objection; up: boolean; taken: boolean; fails: boolean; report?: PromptHost["report"]; gone?: boolean } = { why: "", up: true, taken: false, fails: false };
  const showing = newShowing(
    {
      clock,
      send: (frame) => {
        if (state.up) sent.push(frame);
        return state.up;
      },
      ageMs: () => 10_000,
      cfg: () => ({ slots: ["#here", 7], theme: { accent: "red", radius: 4 }, branding: { name: "Rast" } }),
      offer: (_d, report) => state.taken && ((state.report = report), () => void (state.gone = true)),
    },
    () =>
      state.fails
        ? Promise.reject(new Error("blocked"))
        : Promise.resolve((d, host) => {
            const one = { d, host, closed: false, risen: false };
            drawn.push(one);
            return { close: () => void (one.closed = true), risen: () => one.risen };
          }),
    () => state.why,
  );
  const push = (id: string, exp = 30_000): void => showing.hear({ t: "push", id, kind: "prompt", exp, ps: 1, d: D }, clock.now());
  const grant = async (id: string, ok = true): Promise<void> => {
    showing.hear({ t: "grant", id, ok }, clock.now());
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  /** What was sent, in short. */
  const said = (): string[] => sent.map((f) => (f.t === "pa" ? [f.st, f.id, f.a].filter(Boolean).join(" ") : `${f.t} ${"id" in f ? f.id : ""}`));
  return { clock, sent, drawn, state, showing, push, grant, said };
};

test("a prompt is got, claimed, granted, drawn, and reported as its drawer tells", async () => {
  const { drawn, push, grant, said } = setUp();

  push("a");
  expect(drawn).toHaveLength(0);
  await grant("a");
  expect(drawn[0]?.host).toMatchObject({ slots: ["#here"], theme: { accent: "red" }, branding: "Rast" });
  expect(drawn[0]?.host.theme).not.toHaveProperty("radius");
  drawn[0]?.host.report("shown");
  drawn[0]?.host.report("clicked", "go");
  expect(said()).toEqual(["got a", "claim a", "shown a", "clicked a go"]);
});

test("without an answer to the claim in 800 ms nothing is shown, and a late yes is answered with the truth", async () => {
  const { clock, drawn, push, grant, said } = setUp();

  push("a");
  clock.pass(800);
  await grant("a");
  expect([drawn.length, said().at(-1)]).toEqual([0, "blocked a late"]);
});

test("of several claims without an answer each late yes is answered", async () => {
  const { clock, drawn, push, grant, said } = setUp();

  push("a");
  push("b");
  clock.pass(1600);
  await grant("b");
  await grant("a");
  await grant("a");
  expect([drawn.length, said().slice(-2)]).toEqual([0, ["blocked b late", "blocked a late"]]);
});

test("a yes that may have been lost with its connection is answered on the next one", () => {
  const { clock, showing, push, said } = setUp();

  push("a");
  clock.pass(800);
  expect(said()).toEqual(["got a", "claim a"]);
  showing.reconnected();
  showing.reconnected();
  expect(said()).toEqual(["got a", "claim a", "blocked a late"]);
});

test("a late no needs no answer", async () => {
  const { clock, showing, push, grant, said } = setUp();

  push("a");
  clock.pass(800);
  await grant("a", false);
  showing.reconnected();
  expect(said()).toEqual(["got a", "claim a"]);
});

test("a yes in time for the claim, but not for the prompt, shows nothing", async () => {
  const { clock, drawn, push, grant, said, showing } = setUp();

  push("a", 500);
  clock.pass(500);
  await grant("a");
  expect([drawn.length, said().at(-1), showing.held]).toEqual([0, "expired a", []]);
});

test("a prompt that runs out while its drawer is fetched is not drawn", async () => {
  const { clock, drawn, push, said, showing } = setUp();

  push("a", 500);
  showing.hear({ t: "grant", id: "a", ok: true }, 0);
  clock.pass(500);
  for (let i = 0; i < 5; i++) await Promise.resolve();
  expect([drawn.length, said().at(-1), showing.held]).toEqual([0, "expired a", []]);
});

test("a withdrawal that overtakes its prompt still counts", () => {
  const { showing, push, said } = setUp();

  showing.hear({ t: "push", id: "c", kind: "cancel", d: { id: "a" } }, 0);
  push("a");
  expect(said()).toEqual([]);
});

test("a refused claim shows nothing and makes way for the next", async () => {
  const { drawn, push, grant, said } = setUp();

  push("a");
  push("b");
  await grant("a", false);
  await grant("b");
  expect(drawn).toHaveLength(1);
  expect(said()).toEqual(["got a", "claim a", "got b", "claim b"]);
});

test("it waits for a better moment, and tells what stood in the way when there was none", () => {
  const { clock, state, push, said } = setUp();

  state.why = "typing";
  push("a", 5000);
  clock.pass(4000);
  expect(said()).toEqual(["got a"]);
  clock.pass(2000);
  expect(said()).toEqual(["got a", "blocked a typing"]);
});

test("a moment that comes in time is taken", () => {
  const { clock, state, push, said } = setUp();

  state.why = "away";
  push("a", 5000);
  clock.pass(2000);
  state.why = "";
  clock.pass(500);
  expect(said()).toEqual(["got a", "claim a"]);
});

test("nobody there until it is over: expired, never claimed", () => {
  const { clock, state, push, said } = setUp();

  state.why = "away";
  push("a", 5000);
  clock.pass(60_000);
  expect(said()).toEqual(["got a", "expired a"]);
});

test("one prompt at a time: the next waits until the first has gone", async () => {
  const { clock, drawn, push, grant, said } = setUp();

  push("a");
  await grant("a");
  push("b");
  clock.pass(3000);
  expect(said()).not.toContain("claim b");
  drawn[0]?.host.report("clicked", "more"); // Opening the passages leaves it there.
  clock.pass(3000);
  expect(said()).not.toContain("claim b");
  drawn[0]?.host.report("dismissed");
  expect(said().at(-1)).toBe("claim b");
});

test("the same push twice is one prompt", async () => {
  const { push, grant, drawn, said } = setUp();

  push("a");
  push("a");
  await grant("a");
  await grant("a");
  expect([drawn.length, said()]).toEqual([1, ["got a", "claim a"]]);
});

test("cancel withdraws what waits, what is claimed and what stands", async () => {
  const { state, showing, drawn, push, grant, said } = setUp();
  const cancel = (id: string): void => showing.hear({ t: "push", id: "c", kind: "cancel", d: { id } }, 0);

  state.why = "away";
  push("waits");
  cancel("waits");
  state.why = "";
  push("claimed");
  cancel("claimed");
  await grant("claimed");
  push("stands");
  await grant("stands");
  cancel("stands");
  expect(said()).toEqual(["got waits", "got claimed", "claim claimed", "got stands", "claim stands"]);
  expect(drawn.map(({ closed }) => closed)).toEqual([true]);
  expect(showing.held).toEqual([]);
});

test("a shop's own component may take it; it counts as shown and nothing is drawn", async () => {
  const { state, drawn, push, grant, said } = setUp();

  state.taken = true;
  push("a");
  await grant("a");
  expect([drawn.length, said().at(-1)]).toEqual([0, "shown a"]);
});

test("a shop's own component tells how it ended, once, and makes room for the next", async () => {
  const { state, showing, push, grant, said } = setUp();

  state.taken = true;
  push("a");
  await grant("a");
  state.report?.("clicked", "go");
  state.report?.("dismissed");
  expect([said().filter((one) => / a/.test(one)).slice(-2), showing.held]).toEqual([["shown a", "clicked a go"], []]);
});

test("a shop's own component is told when its prompt is withdrawn", async () => {
  const { state, showing, push, grant } = setUp();

  state.taken = true;
  push("a");
  await grant("a");
  showing.hear({ t: "push", id: "b", kind: "cancel", exp: 0, ps: 2, d: { id: "a" } }, 0);
  expect([state.gone, showing.held]).toEqual([true, []]);
});

test("a drawer that cannot be fetched is told as blocked", async () => {
  const { state, push, grant, said, showing } = setUp();

  state.fails = true;
  push("a");
  await grant("a");
  expect([said().at(-1), showing.held]).toEqual(["blocked a ui", []]);
});

test("what could not be told is told on the next connection", async () => {
  const { state, showing, drawn, push, grant, said } = setUp();

  push("a");
  await grant("a");
  expect(showing.held).toEqual(["a"]);
  state.up = false;
  drawn[0]?.host.report("dismissed", "quiet");
  state.up = true;
  showing.reconnected();
  expect(said().at(-1)).toBe("dismissed a quiet");
});

test("a moment that turned bad between claim and grant is waited out before anything is drawn or offered", async () => {
  const { clock, state, drawn, push, grant, said } = setUp();

  push("a");
  state.why = "typing";
  state.taken = true;
  await grant("a");
  clock.pass(2000);
  expect([drawn.length, said().at(-1)]).toEqual([0, "claim a"]);
  state.why = "";
  clock.pass(400);
  expect(said().at(-1)).toBe("shown a");
});

test("a bad moment that lasts is told when the time is over", async () => {
  const { clock, state, push, grant, said, showing } = setUp();

  push("a", 5000);
  state.why = "dialog";
  await grant("a");
  clock.pass(6000);
  expect([said().at(-1), showing.held]).toEqual(["blocked a dialog", []]);
});

test("a moment that turns bad before it has come up is told to the drawer, which waits", async () => {
  const { state, drawn, push, grant } = setUp();

  push("a");
  await grant("a");
  state.why = "typing";
  expect(drawn[0]?.host.objection()).toBe("typing");
  state.why = "";
  expect(drawn[0]?.host.objection()).toBe("");
});

test.each([
  ["typing", "blocked a typing"],
  ["away", "expired a"],
  ["", "blocked a place"],
] as const)("what has not come up in time (%s) never does, and tells why", async (why, told) => {
  const { clock, state, drawn, push, grant, said, showing } = setUp();

  push("a", 5000);
  await grant("a");
  state.why = why;
  drawn[0]?.host.objection();
  clock.pass(5001);
  expect([drawn[0]?.closed, said().at(-1), showing.held]).toEqual([true, told, []]);
});

test("what stands in the page stays after its time to come up", async () => {
  const { clock, drawn, push, grant, said } = setUp();

  push("a", 5000);
  await grant("a");
  for (const one of drawn) one.risen = true;
  clock.pass(60_000);
  expect([drawn[0]?.closed, said().at(-1)]).toEqual([false, "claim a"]);
});

test("a flood of pushes is not taken in: a few wait, the rest were never heard of", async () => {
  const { state, push, grant, said } = setUp();
  state.why = "typing";

  for (let n = 0; n < 3_000; n++) push(`p${n}`);
  expect(said().filter((it) => it.startsWith("got"))).toHaveLength(17);
  state.why = "";
  push("late");

  expect(said()).not.toContain("got late");
  await grant("p0");
});
