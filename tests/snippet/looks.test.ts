/** What the owner's settings say about the looks of prompts. @vitest-environment node */

import { describe, expect, test } from "vitest";
import { hostOf } from "../../snippet/src/looks";

describe("hostOf", () => {
  test("places, theme and name are taken over", () => {
    const cfg = { slots: ["#here"], theme: { accent: "red" }, branding: { name: "Rast" } };

    expect(hostOf(cfg)).toEqual({ slots: ["#here"], theme: { accent: "red" }, branding: "Rast", mark: false });
  });

  test("whatever is of the wrong type is left out", () => {
    const cfg = { slots: ["#here", 7], theme: { radius: 4, mark: true }, branding: "Rast" };

    expect(hostOf(cfg)).toEqual({ slots: ["#here"], theme: {}, branding: "", mark: false });
    expect(hostOf({})).toEqual({ slots: [], theme: {}, branding: "", mark: false });
  });

  test("words by a model are marked where the owner's theme says so", () => {
    expect([hostOf({ theme: { mark: "yes" } }).mark, hostOf({ theme: { mark: "no" } }).mark]).toEqual([true, false]);
  });
});
