/** Which of the owner's marked places may be used; what lies below the fold is tried in a real browser. */

import { beforeEach, describe, expect, test, vi } from "vitest";
import { findSlot } from "../../../snippet/src/ui/slot";

/** Puts a marked place into the page; a place with `boxes` is laid out, which happy-dom itself never does. */
const mark = (id: string, style: string, boxes = 1): HTMLElement => {
  const place = document.createElement("div");
  place.id = id;
  place.setAttribute("style", style);
  vi.spyOn(place, "getClientRects").mockReturnValue(Array.from({ length: boxes }, () => new DOMRect()) as never);
  document.body.append(place);
  return place;
};

beforeEach(() => document.body.replaceChildren());

describe("findSlot", () => {
  test("an empty place that is kept free is used, in the order the owner gave", () => {
    mark("b", "min-height:120px");
    const first = mark("a", "min-height:120px");

    expect(findSlot(["#a", "#b"])).toBe(first);
  });

  test("a place with something in it is the shop's", () => {
    mark("a", "min-height:120px").append("Sold by weight");
    mark("b", "min-height:120px").append(document.createElement("img"));

    expect(findSlot(["#a", "#b"])).toBeUndefined();
  });

  test("a place in view that is not kept free would push the page about", () => {
    mark("a", "min-height:39px");

    expect(findSlot(["#a"])).toBeUndefined();
  });

  test("a place that is not drawn is passed over", () => {
    mark("a", "min-height:120px", 0);

    expect(findSlot(["#a"])).toBeUndefined();
  });

  test("a selector with a mistake costs only itself", () => {
    const good = mark("b", "min-height:120px");

    expect(findSlot(["..oops", "#b"])).toBe(good);
  });
});
