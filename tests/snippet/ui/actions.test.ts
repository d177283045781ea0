/** What the controls of a prompt are, and what pressing them leads to. */

import { beforeEach, describe, expect, test } from "vitest";
import { actionRow, smallPrint } from "../../../snippet/src/ui/actions";
import { wordsFor } from "../../../snippet/src/ui/words";
import type { PromptAction } from "../../../snippet/src/prompt";
import { host, sample, written } from "./sample";

const words = await wordsFor("en");
const no: PromptAction = { id: "no", label: "No thanks", do: "dismiss" };
const go: PromptAction = { id: "go", label: "Back to my cart", do: "link", href: "/cart" };
const more: PromptAction = { id: "more", label: "Show me", do: "more" };

beforeEach(() => {
  window.location.href = "https://shop.example/";
});

const row = (actions: readonly PromptAction[], folded?: HTMLElement) => {
  const { deeds, said } = written();
  const drawn = actionRow({ ...sample, actions }, { folded }, words, deeds);
  const controls = [...drawn.children].filter((child) => child instanceof HTMLElement);
  return { said, controls, labels: controls.map((control) => control.textContent) };
};

describe("actionRow", () => {
  test("the first action is the primary one and a link is a real link", () => {
    const { controls } = row([go, no]);

    expect(controls[0]?.matches("a.first[href='https://shop.example/cart']")).toBe(true);
    expect(controls[1]?.matches("button.out:not(.first)")).toBe(true);
  });

  test("pressing tells which action it was", () => {
    const { controls, said } = row([{ id: "yes", label: "Yes", do: "answer" }, no]);

    for (const control of controls) control.click();

    expect(said).toEqual(["clicked yes", "dismissed"]);
  });

  test("the middle button, which opens a tab, counts as following the link; the right one does not", () => {
    const { controls, said } = row([go, no]);

    controls[0]?.dispatchEvent(new MouseEvent("auxclick", { button: 2 }));
    controls[0]?.dispatchEvent(new MouseEvent("auxclick", { button: 1 }));

    expect(said).toEqual(["clicked go"]);
  });

  test.each(["javascript:alert(1)", "//evil.example", undefined])("a link to %j is not offered", (href) => {
    const bad: PromptAction = { id: "x", label: "Go", do: "link", ...(href && { href }) };

    expect(row([bad, no]).labels).toEqual(["No thanks"]);
  });

  test("there is always a way out, even when the server sent none", () => {
    const { controls, labels, said } = row([go]);

    controls[1]?.click();

    expect([labels, said]).toEqual([["Back to my cart", "Close"], ["dismissed"]]);
  });

  test("a fourth action is not drawn", () => {
    expect(row([no, go, go, { ...go, label: "One too many" }]).labels).not.toContain("One too many");
  });

  test("`more` shows and hides the passages, says so, and tells when they open", () => {
    const folded = document.createElement("div");
    const { controls, said } = row([more, no], folded);
    const states = [[folded.hidden, controls[0]?.getAttribute("aria-expanded")]];

    for (const _ of [1, 2]) {
      controls[0]?.click();
      states.push([folded.hidden, controls[0]?.getAttribute("aria-expanded")]);
    }

    expect(states).toEqual([[true, "false"], [false, "true"], [true, "false"]]);
    expect(said).toEqual(["noted more"]);
  });

  test("`more` of nothing is not offered", () => {
    expect(row([more, no]).labels).toEqual(["No thanks"]);
  });
});

describe("smallPrint", () => {
  const print = (why: string, branding = "", writer: "house" | "model" = "house", mark = true) => {
    const { deeds, said } = written();
    const drawn = document.createElement("div");
    drawn.append(...smallPrint({ ...sample, why, writer }, { ...host, branding, mark }, words, deeds));
    return { said, drawn, buttons: [...drawn.querySelectorAll("button")] };
  };

  test("why opens in place and is no report", () => {
    const { drawn, buttons, said } = print("You looked at this mug.");
    const before = drawn.querySelector("p")?.hidden;

    buttons[0]?.click();

    expect([before, drawn.querySelector("p")?.hidden, said]).toEqual([true, false, []]);
  });

  test("quiet for a month is told as such", () => {
    const { buttons, said } = print("Because.");

    buttons[1]?.click();

    expect([buttons[1]?.textContent, said]).toEqual(["Quiet for a month", ["dismissed quiet"]]);
  });

  test("without a reason there is nothing to ask", () => {
    expect(print("").buttons.map((button) => button.textContent)).toEqual(["Quiet for a month"]);
  });

  test("whose prompt it is stands there only when there is a name", () => {
    expect(print("Because.", "Tarry").drawn.textContent).toContain("Tarry");
    expect(print("Because.").drawn.querySelector("span")).toBeNull();
  });

  test("words by a model are marked where the owner wants that, and no others", () => {
    expect(print("Because.", "Tarry", "model").drawn.textContent).toContain("Written with AI · Tarry");
    expect(print("Because.", "Tarry", "model", false).drawn.textContent).not.toContain("AI");
    expect(print("Because.", "Tarry", "house").drawn.textContent).not.toContain("AI");
  });
});
