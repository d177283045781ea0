/** Which moments are bad ones for a prompt. */

import { beforeEach, describe, expect, test, vi } from "vitest";
import { objection } from "../../snippet/src/manners";

/** Puts `html` into the page; everything in it is laid out, which happy-dom itself never does. */
const page = (html: string): void => {
  document.body.innerHTML = html;
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(20);
};

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  page("");
});

describe("objection", () => {
  test("a quiet page that has been up for two seconds is a good moment", () => {
    expect([objection(2_000), objection(1_999)]).toEqual(["", "early"]);
  });

  test("nobody there", () => {
    vi.spyOn(document, "hasFocus").mockReturnValue(false);

    expect(objection(9_000)).toBe("away");
  });

  test.each([
    ["<input id=here>", "typing"],
    ["<textarea id=here></textarea>", "typing"],
    ["<input id=here type=checkbox>", ""],
    ["<button id=here>Buy</button>", ""],
  ])("with the focus in %s", (html, why) => {
    page(html);
    document.getElementById("here")?.focus();

    expect(objection(9_000)).toBe(why);
  });

  test.each([
    ["<input autocomplete=cc-number>", "paying"],
    ["<input autocomplete='section-a billing cc-csc'>", "paying"],
    ["<dialog open>Size chart</dialog>", "dialog"],
    ["<div aria-modal=true>Size chart</div>", "dialog"],
  ])("with %s on the page", (html, why) => {
    page(html);

    expect(objection(9_000)).toBe(why);
  });

  test("a hidden field for a card is no payment", () => {
    page("<input autocomplete=cc-number>");
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(0);

    expect(objection(9_000)).toBe("");
  });
});
