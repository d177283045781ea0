/** What the left cart looks like as elements. */

import { beforeEach, describe, expect, test } from "vitest";
import { draw } from "../../../snippet/src/ui/lines";
import { wordsFor } from "../../../snippet/src/ui/words";
import type { PromptData, PromptLine } from "../../../snippet/src/prompt";
import { line, sample, written } from "./sample";

const words = await wordsFor("en");

beforeEach(() => {
  window.location.href = "https://shop.example/";
});

/** The drawn cart in one element. */
const cart = (lines: readonly PromptLine[], over: Partial<PromptData> = {}): HTMLElement => {
  const drawn = document.createElement("div");
  const parts = draw({ ...sample, currency: "EUR", lines, ...over }, words, written().deeds);
  drawn.append(...parts.filter((part) => part instanceof Node));
  return drawn;
};

describe("a cart", () => {
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
    const [list] = draw(bare, words, written().deeds);

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

  test("a name leads to its page where that is known, and pressing it is told", () => {
    const { deeds, said } = written();
    const [list] = draw({ ...sample, lines: [line({ url: "/p/mug" }), line({ url: "javascript:alert(1)" })] }, words, deeds);
    const links = list instanceof HTMLElement ? [...list.querySelectorAll("a")] : [];

    links[0]?.click();

    expect([links.map(({ href }) => href), said]).toEqual([["https://shop.example/p/mug"], ["clicked line"]]);
  });
});
