/** Elements are built from text alone, and addresses are followed only where they may lead. */

import { beforeEach, describe, expect, test } from "vitest";
import { delayed, listen, node, safeUrl } from "../../../snippet/src/ui/node";

beforeEach(() => {
  window.location.href = "https://shop.example/p/mug?size=l";
});

describe("node", () => {
  test("markup in a text is shown as it was written and makes no element", () => {
    const made = node("p", "text", "<img src=x onerror=alert(1)>", false, undefined, node("b", "", "bold"));

    expect(made.querySelectorAll("img")).toHaveLength(0);
    expect(made.textContent).toBe("<img src=x onerror=alert(1)>bold");
  });

  test("a text without end is cut", () => {
    expect(node("p", "", "x".repeat(10_000)).textContent).toHaveLength(600);
  });
});

describe("safeUrl", () => {
  test.each([
    ["/cart", "https://shop.example/cart"],
    ["/cart?open=1#top", "https://shop.example/cart?open=1#top"],
    ["https://other.example/size-guide", "https://other.example/size-guide"],
    ["HTTP://shop.example/a", "http://shop.example/a"],
  ])("%s is followed", (href, whole) => {
    expect(safeUrl(href)).toBe(whole);
  });

  test.each([
    undefined,
    "",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "JAVASCRIPT://shop.example/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://shop.example/1",
    "mailto:a@b.example",
    "//evil.example/cart",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "cart",
    "../cart",
    "https://",
  ])("%j is refused", (href) => {
    expect(safeUrl(href)).toBeUndefined();
  });
});

describe("listen", () => {
  test("a mistake in a listener does not reach the page", () => {
    const button = document.createElement("button");
    listen(button, "click", new AbortController().signal, () => {
      throw new Error("ours");
    });

    expect(() => button.click()).not.toThrow();
  });

  test("it cannot cancel an event of the page", () => {
    const link = document.createElement("a");
    listen(link, "click", new AbortController().signal, (event) => event.preventDefault());
    const click = new MouseEvent("click", { cancelable: true });

    link.dispatchEvent(click);

    expect(click.defaultPrevented).toBe(false);
  });
});

describe("delayed", () => {
  test("nothing runs once the prompt is gone", async () => {
    const stop = new AbortController();
    const ran: string[] = [];
    delayed(0, stop.signal, () => ran.push("work"));

    stop.abort();
    await new Promise((done) => setTimeout(done));

    expect(ran).toEqual([]);
  });
});
