/** The overlay over a page: shows what it is told as text, and is gone for good once it is closed. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { begin, type Look } from "../../../snippet/src/debug/overlay";

const EVENT = { kind: "event", at: 0, n: "view_item", d: { sku: "MUG", name: "<img src=x onerror=alert(1)>", src: "jsonld" } };

const look = (phase: string, first = 1, last = 0): ReturnType<Look> => [{ link: { phase }, outbox: { first: () => first, last } }, { state: "full", src: "call" }];

const tag = (): Element | null => document.querySelector("tarry-debug");
const words = (): string => tag()?.shadowRoot?.textContent ?? "";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  tag()?.remove();
  vi.useRealTimers();
});

describe("overlay", () => {
  it("shows rows, consent and connection", () => {
    begin(() => look("LIVE", 4, 5))(EVENT);

    expect(words()).toContain("Consentfull (call)");
    expect(words()).toContain("Connectionlive, 2 not acknowledged");
    expect(words()).toContain("jsonld 1");
  });

  it("says what cannot happen under less than full consent", () => {
    begin(() => [undefined, { state: "anonymous", src: "default" }])(EVENT);

    expect(words()).toContain("anonymous (default): left carts and return visits need full");
  });

  it("says when the link has run out", () => {
    history.replaceState(null, "", `?tarry=debug=d1.k1.${Date.now() + 500}.abc`);
    begin(() => look("LIVE"))(EVENT);
    expect(words()).not.toContain("run out");

    vi.advanceTimersByTime(1_000);

    expect(words()).toContain("Linkhas run out");
    history.replaceState(null, "", "/");
  });

  it("says so where there is no connection and nothing is settled", () => {
    begin(() => [undefined, undefined])(EVENT);

    expect(words()).toContain("Consentnot settled");
    expect(words()).toContain("Connectionnone");
  });

  it("sets as text whatever it is told", () => {
    begin(() => look("LIVE"))(EVENT);

    expect(words()).toContain("<img src=x");
    expect(tag()?.shadowRoot?.querySelector("img")).toBeNull();
  });

  it("looks at the connection again every second", () => {
    let phase = "LIVE";
    begin(() => look(phase))(EVENT);
    phase = "BACKOFF";

    vi.advanceTimersByTime(1_000);

    expect(words()).toContain("backoff");
  });

  it("closes by Escape, from wherever the focus is, and stays closed", () => {
    const hear = begin(() => look("LIVE"));
    hear(EVENT);

    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    hear(EVENT);

    expect(tag()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("closes by its button", () => {
    begin(() => look("LIVE"))(EVENT);

    tag()?.shadowRoot?.querySelector("button")?.click();

    expect(tag()).toBeNull();
  });

  it("takes the token along while it is open", () => {
    const link = document.createElement("a");
    link.href = "/cart";
    document.body.append(link);
    begin(() => look("LIVE"))(EVENT);

    link.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));

    expect(link.getAttribute("href")).toBe("/cart"); // Nothing was asked in this address.
  });
});
