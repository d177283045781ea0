/** The published types: a shop's calls compile, its mistakes do not, and they name the very commands there are. */

import { expect, test } from "vitest";
import { calls, type Told } from "../../snippet/src/calls";
import { type Commanded, own } from "../../snippet/src/commands";
import type { PromptData, PromptHost } from "../../snippet/src/prompt";

/** Every command of the types: one left out or made up stops the compiler. */
const NAMED: Readonly<Record<Tarry.Command, true>> = {
  consent: true, event: true, track: true, cart: true, goal: true, identify: true, ref: true, on: true, erase: true, page: true, reset: true,
};

/** What a shop may write; it is compiled, never run. */
export const fine = (call: Tarry.Face): void => {
  call("consent", "full");
  call("event", "quiz_done", { score: 3, perfect: true });
  call("track", "Product Viewed", { product_id: "MUG" });
  call("cart", { currency: "EUR", lines: [{ sku: "MUG", name: "Mug", qty: 1, price: "24.00" }] });
  call("goal", "booking", { step: 2, title: "Guided walk", url: "/walk", detail: { adults: 2 } });
  call("goal", "booking", { done: true });
  call("identify", "c-17");
  call("identify", { hash: "0".repeat(64), proof: "p" });
  call("ref", (ref) => ref.toUpperCase());
  call("on", "prompt", (prompt, report) => {
    report("clicked", prompt.actions[0]?.id);
    return true;
  });
  call("erase");
  call("erase", () => undefined);
  call("page");
  call("reset");
  call.track?.("Signed Up");
  window.addEventListener("tarry:ready", () => tarry("page"));
  window.tarry?.("consent", "none");
};

/** What it may not; each line has to be refused by the compiler. */
export const wrong = (call: Tarry.Face): void => {
  // @ts-expect-error - no such state
  call("consent", "yes");
  // @ts-expect-error - no such command
  call("consnet", "full");
  // @ts-expect-error - a line needs its id
  call("cart", { lines: [{ name: "Mug", qty: 1 }] });
  // @ts-expect-error - a goal has a name
  call("goal", { step: 2 });
  // @ts-expect-error - only prompts can be listened for
  call("on", "push", () => true);
  // @ts-expect-error - takes nothing
  call("page", "/next");
};

/** What the core hands over is what the types promise, and what they let a shop report is what the core takes. */
export const handed = (data: PromptData, report: PromptHost["report"]): readonly [Tarry.Prompt, Tarry.Report] => [data, report];

test("the types name every command there is, and no other", () => {
  const there = Object.keys({ ...own({} as Commanded), ...calls({} as Told) });

  expect(there.toSorted()).toEqual(Object.keys(NAMED).toSorted());
});
