/** What the owner's own passages look like as elements. */

import { describe, expect, test } from "vitest";
import { draw } from "../../../snippet/src/ui/passages";
import { draw as table } from "../../../snippet/src/ui/table";
import type { PromptBlock } from "../../../snippet/src/prompt";
import { sample } from "./sample";

const passage = (over: Partial<PromptBlock>): HTMLElement =>
  draw({ ...sample, blocks: [{ kind: "benefit", text: "Warm for six hours", source: "Label", ...over }] }, table);

describe("passages", () => {
  test("a question opens in place and stands closed at first", () => {
    const made = passage({ kind: "faq", title: "How long?", text: "Two days.", source: "Shipping page" });

    expect(made.querySelector("details")?.open).toBe(false);
    expect(made.querySelector("summary h3")?.textContent).toBe("How long?");
    expect(made.querySelector("details")?.textContent).toContain("Two days.Shipping page");
  });

  test.each(["“Kept warm.”", '"Kept warm."', "Kept warm."])("a quote written as %s gets one pair of marks", (text) => {
    expect(passage({ kind: "quote", text }).querySelector("q")?.textContent).toBe("Kept warm.");
  });

  test("a quote names who said it and where", () => {
    const made = passage({ kind: "quote", title: "Mara, 3 May", source: "Verified review" });

    expect(made.querySelector("figcaption")?.textContent).toBe("Mara, 3 May · Verified review");
  });

  test("every kind shows its source", () => {
    const kinds = ["faq", "quote", "compare", "benefit"] as const;

    expect(kinds.map((kind) => passage({ kind }).textContent?.includes("Label"))).toEqual([true, true, true, true]);
  });

  test("more than six passages are not drawn", () => {
    const blocks = Array.from({ length: 9 }, () => ({ kind: "benefit", text: "x", source: "y" }) as const);

    expect(draw({ ...sample, blocks }).childElementCount).toBe(6);
  });

  test("several benefits are a list, one a line", () => {
    const made = passage({ kind: "benefit", title: "Why this one", text: "Warm for six hours\nWeighs 148 grams\n" });

    expect([...made.querySelectorAll("ul[role=list] > .good")].map(({ textContent }) => textContent)).toEqual([
      "Warm for six hours",
      "Weighs 148 grams",
    ]);
  });

  test("a comparison written with bars is a table, one without is read as it stands", () => {
    expect(passage({ kind: "compare", text: "|Mug|Cup\nHolds|0.35 l|0.18 l" }).querySelector("table")).not.toBeNull();
    expect(passage({ kind: "compare", text: "The mug holds more." }).querySelector("p")?.textContent).toBe("The mug holds more.");
  });
});
