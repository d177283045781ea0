/** Tests of the door to prompts: what is fetched once, hears everything in order, and is forgotten with the rest. @vitest-environment node */

import { expect, test } from "vitest";
import { newPrompts } from "../../snippet/src/prompts";
import type { Showing } from "../../snippet/src/showing";
import { fakeClock } from "./fake_clock";

const setUp = () => {
  const clock = fakeClock();
  const heard: [string, number][] = [];
  const fetches: { come: () => void; fail: () => void }[] = [];
  const showing = {
    hear: (frame: { id: string }, at: number) => heard.push([frame.id, at]),
    withdraw: () => heard.push(["withdraw", clock.now()]),
  } as unknown as Showing;
  const fetched = () =>
    new Promise<Showing>((come, fail) => fetches.push({ come: () => come(showing), fail: () => fail(new Error("blocked")) }));
  const prompts = newPrompts(clock, (work) => work, fetched);
  const hear = (id: string): void => prompts.hear({ t: "push", id, kind: "prompt" });
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { clock, heard, fetches, prompts, hear, settled };
};

test("frames wait for what deals with them, and are handed over in order with the time they came", async () => {
  const { clock, heard, fetches, hear, settled } = setUp();

  hear("a");
  clock.pass(10);
  hear("b");
  fetches[0]?.come();
  await settled();
  hear("c");
  await settled();
  expect([fetches.length, heard]).toEqual([1, [["a", 0], ["b", 10], ["c", 10]]]);
});

test("what was fetched for the time before everything was forgotten hears nothing", async () => {
  const { heard, fetches, prompts, hear, settled } = setUp();

  hear("a");
  prompts.reset();
  fetches[0]?.come();
  await settled();
  expect([heard, prompts.showing]).toEqual([[], undefined]);
});

test("after a failed fetch the next prompt tries again", async () => {
  const { heard, fetches, hear, settled } = setUp();

  hear("a");
  fetches[0]?.fail();
  await settled();
  hear("b");
  fetches[1]?.come();
  await settled();
  expect(heard.map(([id]) => id)).toEqual(["b"]);
});

test("forgetting everything takes down what stands", async () => {
  const { heard, fetches, prompts, hear, settled } = setUp();
  hear("a");
  fetches[0]?.come();
  await settled();

  prompts.reset();
  expect(heard.at(-1)?.[0]).toBe("withdraw");
  expect(prompts.showing).toBeUndefined();
});
