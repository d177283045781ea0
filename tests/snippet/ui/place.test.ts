/** How far up a floating prompt goes, tried on windows described by what stands at their lower edge. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLift, pinnedBy, topOfCovered } from "../../../snippet/src/ui/place";

/** A window 700 px high whose lowest `bar` pixels are taken; a prompt of `height` meets the bar when it reaches into it. */
const above = (bar: number, height: number, gap: number): number | undefined =>
  findLift(700, height, gap, (lift) => (lift < bar ? 700 - bar : undefined));

describe("findLift", () => {
  test("a free corner is taken as it is, at the usual distance", () => {
    expect([above(0, 300, 24), above(0, 300, 0)]).toEqual([24, 0]);
  });

  test("above a cookie bar half the usual distance is kept, and a sheet stands right on it", () => {
    expect([above(60, 300, 24), above(60, 300, 0)]).toEqual([72, 60]);
  });

  test("what is low enough to pass under the prompt is left alone", () => {
    expect(above(24, 300, 24)).toBe(24);
  });

  test("a banner that leaves too little room means there is no place", () => {
    expect(above(500, 300, 0)).toBeUndefined();
  });

  test("a long prompt may scroll where the room is enough for a short one", () => {
    expect(above(300, 900, 0)).toBe(300);
  });

  test("things stacked on each other are climbed one after the other", () => {
    const stack = [700 - 50, 700 - 120, 700 - 180];

    expect(findLift(700, 200, 0, (lift) => stack.find((top) => 700 - top > lift))).toBe(180);
  });

  test("it always ends, in the window, on something the page calls free", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 40, max: 900 }), (bar, height) => {
        const lift = above(bar, height, 24);

        if (lift !== undefined) expect(lift >= bar && 700 - lift - 16 >= Math.min(height, 240)).toBe(true);
      }),
    );
  });
});

describe("topOfCovered", () => {
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

  test("of what reaches into the box the highest edge counts", () => {
    const way = [box(0, 620, 500, 700), box(400, 600, 450, 660), box(0, 0, 500, 80), box(600, 500, 700, 700)];

    expect(topOfCovered(box(100, 300, 500, 676), way)).toBe(600);
  });

  test("what only touches the box is not covered", () => {
    expect(topOfCovered(box(100, 300, 500, 600), [box(0, 600, 500, 700), box(500, 0, 600, 700)])).toBeUndefined();
  });
});

describe("pinnedBy", () => {
  const page = (style: string): Element => {
    const outer = document.createElement("div");
    outer.setAttribute("style", style);
    const inner = outer.appendChild(document.createElement("button"));
    document.body.append(outer);
    return inner;
  };

  test("a button in a fixed bar is held by the bar", () => {
    const button = page("position:fixed;bottom:0");

    expect(pinnedBy(button)).toBe(button.parentElement);
  });

  test("what stands in a shadow root is held by what holds its host", () => {
    const host = page("position:fixed;bottom:0").appendChild(document.createElement("x-chat"));
    const bubble = host.attachShadow({ mode: "open" }).appendChild(document.createElement("button"));

    expect(pinnedBy(bubble)).toBe(host.parentElement?.parentElement);
  });

  test("a button that scrolls with the page is held by nothing", () => {
    expect(pinnedBy(page("position:relative"))).toBeUndefined();
  });
});
