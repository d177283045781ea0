/** Prompts handed to the shop's own component: what it may tell, and how it learns that one is withdrawn. */

import { expect, test, vi } from "vitest";
import { calls } from "../../snippet/src/calls";
import type { OnPrompt } from "../../snippet/src/setup";
import type { PromptData } from "../../snippet/src/prompt";

const D = { headline: "Hello" } as PromptData;

/** What `tarry("on", "prompt", work)` leaves for prompts to come. */
const handed = (work: unknown): OnPrompt => {
  const visit = { onRef: undefined, onPrompt: undefined as OnPrompt | undefined, ref: undefined, cfg: {}, add: () => undefined };
  calls(visit)["on"]?.("prompt", work);
  if (!visit.onPrompt) throw new Error("nothing was left");
  return visit.onPrompt;
};

test("who returns true has it, hands back the three words there are and no other", () => {
  const told: unknown[] = [];
  const close = handed((_d: Tarry.Prompt, report: (...words: readonly string[]) => void) => {
    for (const word of ["shown", "seen", "clicked", "", "dismissed"]) report(word, "go");
    return true;
  })(D, (...words) => void told.push(words));

  expect(told).toEqual([["shown", "go"], ["clicked", "go"], ["dismissed", "go"]]);
  expect(close).toBeTypeOf("function");
});

test.each([[undefined], [false], ["true"], [1]])("who returns %j leaves it to be drawn", (answer) => {
  expect(handed(() => answer)(D, () => undefined)).toBe(false);
});

test("one that fails leaves it to be drawn, and the shop sees its own error", () => {
  const seen = vi.spyOn(console, "error").mockImplementation(() => undefined);

  const close = handed(() => {
    throw new Error("of the shop");
  })(D, () => undefined);

  expect([close, seen.mock.calls.length]).toEqual([false, 1]);
  seen.mockRestore();
});

test("withdrawn, it is told so by what it left on the handle", () => {
  let gone = false;
  const close = handed((_d: Tarry.Prompt, report: Tarry.Report) => {
    report.gone = () => (gone = true);
    return true;
  })(D, () => undefined);

  if (close) close();
  expect(gone).toBe(true);
});

test("one that wants to know nothing of it is withdrawn without a word", () => {
  const close = handed(() => true)(D, () => undefined);

  expect(() => close && close()).not.toThrow();
});
