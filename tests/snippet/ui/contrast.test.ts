/** Contrast arithmetic against the figures of WCAG, and what the palette promises for any shop's colours. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BLACK,
  contrast,
  EDGE_RATIO,
  luminance,
  mix,
  palette,
  readable,
  type Rgb,
  TEXT_RATIO,
  WHITE,
} from "../../../snippet/src/ui/contrast";

const channel = fc.integer({ min: 0, max: 255 });
const colour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

describe("contrast", () => {
  test("black on white is twenty-one to one, in either order", () => {
    expect(contrast(BLACK, WHITE)).toBeCloseTo(21, 5);
    expect(contrast(WHITE, BLACK)).toBeCloseTo(21, 5);
  });

  test("the grey known to be just readable on white is, and the next lighter one is not", () => {
    expect(contrast([118, 118, 118], WHITE)).toBeGreaterThanOrEqual(TEXT_RATIO);
    expect(contrast([119, 119, 119], WHITE)).toBeLessThan(TEXT_RATIO);
  });

  test("luminance weighs green most and runs from none to one", () => {
    expect(luminance([0, 255, 0])).toBeCloseTo(0.7152, 4);
    expect([luminance(BLACK), luminance(WHITE)]).toEqual([0, expect.closeTo(1, 6)]);
  });
});

describe("mix", () => {
  test("none of it is the first colour, all of it the second", () => {
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect([mix(a, b, 0), mix(a, b, 1)]).toEqual([a, b]);
      }),
    );
  });
});

describe("readable", () => {
  test("whatever the two colours, the result reaches the ratio", () => {
    fc.assert(
      fc.property(colour, colour, fc.constantFrom(EDGE_RATIO, TEXT_RATIO), (ink, paper, ratio) => {
        expect(contrast(readable(ink, paper, ratio), paper)).toBeGreaterThanOrEqual(ratio);
      }),
    );
  });

  test("a colour that is readable already stays exactly as the shop chose it", () => {
    fc.assert(
      fc.property(colour, colour, (ink, paper) => {
        fc.pre(contrast(ink, paper) >= TEXT_RATIO);

        expect(readable(ink, paper, TEXT_RATIO)).toEqual(ink);
      }),
    );
  });

  test("pale yellow on white turns into a darker yellow, not into black", () => {
    const [r, , b] = readable([255, 207, 51], WHITE, TEXT_RATIO);

    expect(r - b).toBeGreaterThan(50);
  });
});

describe("palette", () => {
  test("words reach 4.5 and edges 3 on what lies behind them, for any four colours of a shop", () => {
    fc.assert(
      fc.property(colour, colour, colour, colour, (surface, text, accent, onAccent) => {
        const made = new Map(palette({ surface, text, accent, onAccent }));
        const on = (name: string, ground: string): number => contrast(made.get(name) ?? WHITE, made.get(ground) ?? WHITE);

        for (const name of ["text", "muted", "changed"]) expect(on(name, "surface")).toBeGreaterThanOrEqual(TEXT_RATIO);
        for (const name of ["edge", "accent-edge"]) expect(on(name, "surface")).toBeGreaterThanOrEqual(EDGE_RATIO);
        expect(on("on-accent", "accent")).toBeGreaterThanOrEqual(TEXT_RATIO);
      }),
    );
  });

  test("the shop's own ground and accent are never changed", () => {
    const made = new Map(palette({ surface: [255, 227, 236], text: BLACK, accent: [255, 126, 182], onAccent: WHITE }));

    expect([made.get("surface"), made.get("accent")]).toEqual([[255, 227, 236], [255, 126, 182]]);
  });
});
