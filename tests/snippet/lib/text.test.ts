/** Tests of short, clean text. @vitest-environment node */

import fc from "fast-check";
import { expect, test } from "vitest";
import { text } from "../../../snippet/src/lib/text";

test("white space is one blank, e-mail addresses are blotted out, nothing is nothing", () => {
  expect(text(" a \n b ")).toBe("a b");
  expect(text("/reset/ann.b@example.org/x")).toBe("/reset/…/x");
  expect(text("hi%40example.org")).toBe("…");
  expect(text(7)).toBe("7");
  for (const none of ["", "  ", null, undefined, {}, true]) expect(text(none)).toBeUndefined();
});

test("whatever it is made of, it is short and can be sent", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (words, most) => {
      const made = text(`${words}😀\ud83d`, most) ?? "";
      expect(made.length).toBeLessThanOrEqual(most);
      expect(made).not.toMatch(/\p{Cs}/u);
    }),
  );
});
