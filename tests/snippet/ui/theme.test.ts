/** Reading the colours a browser hands out; the reading of whole pages is tried in a real browser. */

import { describe, expect, test } from "vitest";
import { channels } from "../../../snippet/src/ui/theme";

describe("channels", () => {
  test.each([
    ["color(srgb 1 0.8 0.2)", [255, 204, 51]],
    ["color(srgb 0 0 0 / 0.9)", [0, 0, 0]],
    ["color(srgb 1.2 -0.1 1e-7)", [255, 0, 0]],
  ])("%s is read", (css, rgb) => {
    expect(channels(css)).toEqual(rgb);
  });

  test.each(["color(srgb 0 0 0 / 0)", "color(srgb 1 0 0 / 0.5)", "", "none"])("%j is no colour to paint with", (css) => {
    expect(channels(css)).toBeUndefined();
  });
});
