/** What the cart, the goal and the owner's passages look like as elements. */

import { beforeEach, describe, expect, test } from "vitest";
import { cartLines, goalLine, passages } from "../../../snippet/src/ui/parts";
import { wordsFor } from "../../../snippet/src/ui/words";
import type { PromptBlock, PromptData, PromptLine } from "../../../snippet/src/prompt";
import { line, sample } from "./sample";

const words = wordsFor("en");

beforeEach(() => {
  window.location.href = "https://shop.example/";
});

/** The drawn cart in one element. */
const cart = (lines: readonly PromptLine[], over: Partial<PromptData> = {}): HTMLElement => {
  const drawn = document.createElement("div");
  const parts = cartLines({ ...sample, currency: "EUR", lines, ...over }, words);
  drawn.append(...parts.filter((part) => part instanceof Node));
  return drawn;
};

const passage = (over: Partial<PromptBlock>): HTMLElement => {
  const made = passages({ ...sample, blocks: [{ kind: "benefit", text: "Warm for six hours", source: "Label", ...over }] });
  if (!made) throw new Error("expected a passage");
  return made;
};

describe("cartLines", () => {
  test("three lines are drawn and the others counted, and all of them add up", () => {
    const drawn = cart([line({ qty: 2 }), line(), line(), line(), line({ price: "0.10" })]);

    expect(drawn.querySelectorAll("li")).toHaveLength(3);
    expect(drawn.querySelector(".soft + p, p.soft")?.textContent).toBe("and 2 more");
    expect(drawn.querySelector(".total")?.textContent).toBe("Total€120.10");
  });

  test("one line needs no total, and three need no count", () => {
    expect(cart([line()]).querySelector(".total")).toBeNull();
    expect(cart([line(), line(), line()]).textContent).not.toContain("more");
  });

  test("a changed price stands beside the old one, which is struck out", () => {
    const drawn = cart([line({ was: "27.00" })]);

    expect(drawn.querySelector("del")?.textContent).toBe("€27.00");
    expect(drawn.querySelector(".new")?.textContent).toBe("€24.00");
  });

  test("a price that only looks different is no change", () => {
    expect(cart([line({ price: "24.00", was: "24" })]).querySelector("del")).toBeNull();
  });

  test("a line that is gone says so instead of its price and costs nothing", () => {
    const drawn = cart([line(), line({ name: "Map case", price: "12.00", gone: true })]);

    expect(drawn.querySelector(".gone")?.textContent).toBe("Map caseSold out");
    expect(drawn.querySelector(".total")?.textContent).toBe("Total€24.00");
  });

  test("no total is better than one that leaves out a line without a price", () => {
    const { price: _, ...unpriced } = line();

    expect(cart([line(), unpriced]).querySelector(".total")).toBeNull();
  });

  test("no currency, no figures", () => {
    const { currency: _, ...bare } = { ...sample, currency: "EUR", lines: [line({ was: "27.00" })] };
    const [list] = cartLines(bare, words);

    expect(list instanceof HTMLElement && list.textContent).toBe("Trail mug");
  });

  test("a picture from an address that is none is left out, but keeps its place", () => {
    const drawn = cart([line({ image: "/mug.svg" }), line({ image: "javascript:alert(1)" })]);

    expect([...drawn.querySelectorAll("img")].map((img) => img.src)).toEqual(["https://shop.example/mug.svg"]);
    expect(drawn.querySelectorAll(".pic")).toHaveLength(2);
  });

  test("a cart without any picture has no empty squares", () => {
    expect(cart([line(), line()]).querySelector(".pic")).toBeNull();
  });

  test("a picture that does not load leaves its square and no broken image", () => {
    const drawn = cart([line({ image: "/mug.svg" })]);

    drawn.querySelector("img")?.dispatchEvent(new Event("error"));

    expect([drawn.querySelector("img"), drawn.querySelectorAll(".pic").length]).toEqual([null, 1]);
  });
});

describe("goalLine", () => {
  test.each([
    ["2 of 3", "Guided walk · Step 2 of 3"],
    ["Your details", "Guided walk · Your details"],
  ])("a step told as %j reads %j", (step, read) => {
    expect(goalLine({ ...sample, goal: { name: "Guided walk", step, href: "/walk" } }, words)?.textContent).toBe(read);
  });
});

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

    expect(passages({ ...sample, blocks })?.childElementCount).toBe(6);
  });
});
