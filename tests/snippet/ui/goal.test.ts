/** Where a goal was left, in words and as a bar. */

import { describe, expect, test } from "vitest";
import { draw } from "../../../snippet/src/ui/goal";
import { wordsFor } from "../../../snippet/src/ui/words";
import { sample } from "./sample";

const words = await wordsFor("en");
const drawn = (step: string): HTMLElement | undefined => {
  const [part] = draw({ ...sample, goal: { name: "Guided walk", step, href: "/walk" } }, words);
  return part instanceof HTMLElement ? part : undefined;
};

describe("a goal", () => {
  test.each([
    ["2 of 3", "Guided walk · Step 2 of 3"],
    ["Your details", "Guided walk · Your details"],
  ])("a step told as %j reads %j", (step, read) => {
    expect(drawn(step)?.textContent).toBe(read);
  });

  test.each([
    ["2 of 3", ["done", "done", ""]],
    ["2", []],
    ["Your details", []],
    ["3 of 1000", []],
  ])("a step told as %j fills a bar of %j", (step, parts) => {
    expect([...(drawn(step)?.querySelectorAll(".steps span") ?? [])].map(({ className }) => className)).toEqual(parts);
  });
});
