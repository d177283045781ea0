/** The owner's token goes along to the shop's own pages, and nowhere else. */

import { describe, expect, it } from "vitest";
import { asked, carried, endOf } from "../../../snippet/src/debug/carry";

const ASK = "tarry=debug=d1.k1.17.ab-_";
const HERE = new URL(`https://shop.test/p/mug?${ASK}`);

describe("asked", () => {
  it("finds the part that asks, however it was encoded", () => {
    expect(asked(HERE.search)).toBe(ASK);
    expect(asked(`?a=1&${ASK}&b=2`)).toBe(ASK);
    expect(asked("?tarry=debug%3Dd1.k1.17.ab-_")).toBe("tarry=debug%3Dd1.k1.17.ab-_");
    expect(asked("?tarry=1")).toBe("");
  });
});

describe("endOf", () => {
  it("reads when the link runs out, and never where none is told", () => {
    expect(endOf("tarry=debug=d1.k1.1795398090491.zeLJIn5-_w")).toBe(1_795_398_090_491);
    expect(endOf("")).toBe(Infinity);
  });
});

describe("carried", () => {
  it("adds it to pages of this origin", () => {
    expect(carried("/cart", HERE, ASK)).toBe(`https://shop.test/cart?${ASK}`);
    expect(carried("/p?size=2#top", HERE, ASK)).toBe(`https://shop.test/p?size=2&${ASK}#top`);
  });

  it("leaves every other link as it is", () => {
    for (const href of ["https://other.test/", "mailto:a@b.test", "javascript:void 0", "#reviews", `/cart?${ASK}`]) {
      expect(carried(href, HERE, ASK)).toBeUndefined();
    }
  });

  it("does nothing where nothing was asked", () => {
    expect(carried("/cart", new URL("https://shop.test/"), "")).toBeUndefined();
  });
});
