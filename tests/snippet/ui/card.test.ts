/** The card as a whole: what it is to a screen reader, and that words reach it as text. */

import { describe, expect, test } from "vitest";
import { buildCard } from "../../../snippet/src/ui/card";
import { wordsFor } from "../../../snippet/src/ui/words";
import type { PromptData } from "../../../snippet/src/prompt";
import { sample, written } from "./sample";

const card = (over: Partial<PromptData> = {}) => buildCard({ ...sample, ...over }, "", wordsFor("en"), written().deeds);

describe("buildCard", () => {
  test("it is a region named by its headline", () => {
    const { root, live, said } = card();
    live.append(...said);

    const label = root.getAttribute("aria-labelledby") ?? "";

    expect([root.getAttribute("role"), root.querySelector(`#${label}`)?.textContent]).toEqual(["region", sample.headline]);
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
