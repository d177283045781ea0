/** The code to take along. */

import { afterEach, describe, expect, test, vi } from "vitest";
import { draw } from "../../../snippet/src/ui/code";
import { wordsFor } from "../../../snippet/src/ui/words";
import type { PromptData } from "../../../snippet/src/prompt";
import { sample, written } from "./sample";

const words = await wordsFor("en");

const drawn = (over: Partial<PromptData> = {}) => {
  const part = document.createElement("div");
  part.append(...draw({ ...sample, code: "WELCOME-10", ...over }, words, written().deeds).filter((one) => one instanceof Node));
  const button = part.querySelector("button");
  if (!button) throw new Error("expected a button");
  document.body.replaceChildren(part);
  return { code: part.querySelector("code")?.textContent, until: part.querySelector("p")?.textContent, button };
};

afterEach(() => vi.unstubAllGlobals());

describe("a code", () => {
  test("pressing copies the code and says so politely", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    const { code, button } = drawn();

    button.click();
    await Promise.resolve();

    expect([code, writeText.mock.calls, button.textContent]).toEqual(["WELCOME-10", [["WELCOME-10"]], "Copied"]);
    expect(button.getAttribute("aria-live")).toBe("polite");
  });

  test("where copying is not allowed the code is selected", async () => {
    vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("no")) } });
    const { button } = drawn();

    button.click();
    await Promise.resolve();
    await Promise.resolve();

    expect([getSelection()?.toString(), button.textContent]).toEqual(["WELCOME-10", "Copy"]);
  });

  test("without a secure context the code is selected", () => {
    vi.stubGlobal("navigator", {});
    const { button } = drawn();

    button.click();

    expect(getSelection()?.toString()).toBe("WELCOME-10");
  });
});

describe("its deadline", () => {
  test("one to come is told as day and time of the prompt's language", () => {
    const noon = new Date(2100, 10, 24, 12, 0).getTime();

    expect(drawn({ ends_at: noon }).until?.replace(/\s/g, " ")).toBe("Until 24 Nov 2100, 12:00");
  });

  test.each([{ ends_at: 1 }, {}, { ends_at: 9e15 }, { ends_at: 4e12, locale: "not a locale" }])("none for %j", (over) => {
    expect(drawn(over).until).toBeUndefined();
  });
});
