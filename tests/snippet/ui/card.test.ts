/** The card as a whole: what it is to a screen reader, and that words reach it as text. */

import { describe, expect, test } from "vitest";
import { buildCard } from "../../../snippet/src/ui/card";
import { draw as drawCode } from "../../../snippet/src/ui/code";
import { draw as drawGoal } from "../../../snippet/src/ui/goal";
import { draw as drawLines } from "../../../snippet/src/ui/lines";
import { draw as drawPassages } from "../../../snippet/src/ui/passages";
import { wordsFor } from "../../../snippet/src/ui/words";
import type { PromptData } from "../../../snippet/src/prompt";
import { host, sample, written } from "./sample";

const words = await wordsFor("en");

const card = (over: Partial<PromptData> = {}) => {
  const { deeds } = written();
  const d = { ...sample, ...over };
  const parts = [...drawGoal(d, words), ...drawLines(d, words, deeds), ...drawCode(d, words, deeds)];
  return buildCard(d, host, words, deeds, { parts, folded: drawPassages(d) });
};

describe("buildCard", () => {
  test("it is a section, and so a region, named by its headline", () => {
    const { root, live, said } = card();
    live.append(...said);

    const label = root.getAttribute("aria-labelledby") ?? "";

    expect([root.localName, root.querySelector(`#${label}`)?.textContent]).toEqual(["section", sample.headline]);
  });

  test("a modal one is a dialog by the browser's own means", () => {
    expect(card({ format: "modal" }).root.localName).toBe("dialog");
  });

  test("its live region is polite and empty, so that words put there later are read out", () => {
    const { live } = card();

    expect([live.getAttribute("aria-live"), live.childNodes.length]).toEqual(["polite", 0]);
  });

  test("markup in any of its words makes no element", () => {
    const evil = "<img src=x onerror=alert(1)>";
    const { root, live, said } = card({
      headline: evil,
      body: evil,
      why: evil,
      code: evil,
      goal: { name: evil, step: evil, href: evil },
      actions: [{ id: "x", label: evil, do: "answer" }],
      blocks: [{ kind: "faq", title: evil, text: evil, source: evil }],
      currency: evil,
      lines: [{ sku: evil, name: evil, qty: 1, price: evil, image: evil }],
    });
    live.append(...said);

    expect([...root.querySelectorAll("img, script")]).toEqual([]);
    expect(root.textContent?.split(evil)).toHaveLength(12);
  });

  test("a prompt without a body has no empty paragraph to read", () => {
    expect(card({ body: "" }).said.map((part) => part.localName)).toEqual(["h2"]);
  });

  test("a code can be picked up as text", () => {
    expect(card({ code: "WELCOME-10" }).root.querySelector("code")?.textContent).toBe("WELCOME-10");
  });
});
