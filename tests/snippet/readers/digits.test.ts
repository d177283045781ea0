import { describe, expect, it } from "vitest";
import { digitsOf } from "../../../snippet/src/readers/digits";

describe("digitsOf", () => {
  it("says of every currency the browser knows what the browser says", () => {
    const differing = Intl.supportedValuesOf("currency").filter(
      (currency) => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits !== digitsOf(currency),
    );
    expect(differing).toEqual([]);
  });

  it("says two where it does not know", () => {
    expect(digitsOf(undefined)).toBe(2);
    expect(digitsOf("")).toBe(2);
    expect(digitsOf("ZZZ")).toBe(2);
  });
});
