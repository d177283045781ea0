/** The code to take along. */

import { afterEach, describe, expect, test, vi } from "vitest";
import { codeLine, deadline } from "../../../snippet/src/ui/code";
import { wordsFor } from "../../../snippet/src/ui/words";
import { sample, written } from "./sample";

const words = await wordsFor("en");

const drawn = () => {
  const part = document.createElement("div");
  part.append(...codeLine({ ...sample, code: "WELCOME-10" }, words, written().deeds).filter((one) => one instanceof Node));
  const button = part.querySelector("button");
  if (!button) throw new Error("expected a button");
  document.body.replaceChildren(part);
  return { code: part.querySelector("code")?.textContent, button };
};

afterEach(() => vi.unstubAllGlobals());

describe("codeLine", () => {
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

describe("deadline", () => {
  test("one to come is told, one that is over is not", () => {
    const told = deadline({ ...sample, ends_at: Date.now() + 3_600_000 }, words);

    expect(told instanceof HTMLElement && told.textContent).toMatch(/^Until \d/);
    expect([deadline({ ...sample, ends_at: 1 }, words), deadline(sample, words)]).toEqual(["", ""]);
  });
});
