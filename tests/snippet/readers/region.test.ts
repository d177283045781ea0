import { describe, expect, it } from "vitest";
import { regionOf } from "../../../snippet/src/readers/region";

describe("regionOf", () => {
  it("believes an address before a language", () => {
    expect(regionOf(["https://shop.example.co.uk/p/1"], "en-US")).toBe("GB");
    expect(regionOf(["https://shop.example/", "https://shop.se:8080/"], "en")).toBe("SE");
  });

  it("takes no country from an ending that stands for none", () => {
    expect(regionOf(["https://shop.io/"], "")).toBeUndefined();
  });

  it("takes the country a language names, with a script or an underline in between", () => {
    expect(regionOf([], "en-AU")).toBe("AU");
    expect(regionOf([], "zh-Hant-TW")).toBe("TW");
    expect(regionOf([], "pt_BR")).toBe("BR");
  });

  it("knows, as the browser does, the likely country of languages whose money shares a sign with others'", () => {
    for (const language of ["am", "ar", "be", "da", "fa", "is", "nb", "ne", "nn", "no", "si", "ur", "zh"])
      expect([language, regionOf([], language)]).toEqual([language, new Intl.Locale(language).maximize().region]);
  });
});
