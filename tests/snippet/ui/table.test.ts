/** Comparisons as tables. */

import { describe, expect, test } from "vitest";
import { draw as table } from "../../../snippet/src/ui/table";

const TEXT = "|Trail mug|Birch cup\nDishwasher | yes | yes\nHolds|0.35 l|0.18 l\nWeight|148 g|60 g";
const read = (element: Element | undefined, selector: string): readonly (string | null)[] =>
  [...(element?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);

describe("table", () => {
  test("columns and rows have heads, and the whole a name", () => {
    const made = table(TEXT, "Mug or cup?");

    expect(read(made, "caption, [scope=col]")).toEqual(["Mug or cup?", "Trail mug", "Birch cup"]);
    expect(made?.querySelector("thead td")?.textContent).toBe("");
  });

  test("rows that differ come first, in the owner's order", () => {
    expect(read(table(TEXT, ""), "[scope=row]")).toEqual(["Holds", "Weight", "Dishwasher"]);
  });

  test.each(["The mug holds more.", "a|b", "a|b\nc|d|e", "a|b\nc"])("%j is no table", (text) => {
    expect(table(text, "")).toBeUndefined();
  });
});
