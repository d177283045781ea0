/** The fixed words of a prompt, in every language it speaks. */

import { describe, expect, test } from "vitest";
import { wordsFor } from "../../../snippet/src/ui/words";

describe("wordsFor", () => {
  test.each(["de", "fr", "es", "ja", "ar"])("every word is there in %s", async (language) => {
    const words = await wordsFor(language);

    expect([Object.keys(words).length, Object.values(words).filter((word) => word.trim() === "")]).toEqual([15, []]);
    expect([words.rest, words.step, words.until, words.reach].filter((word) => !word?.includes("{n}"))).toEqual([]);
  });

  test("no two languages share their way of asking why", async () => {
    const spoken = await Promise.all(["en", "de", "fr", "es", "ja", "ar"].map(wordsFor));

    expect(new Set(spoken.map(({ why }) => why)).size).toBe(6);
  });

  test.each(["de-AT", "DE", "de"])("the region and the case of %s do not matter", async (locale) => {
    expect((await wordsFor(locale)).close).toBe("Schließen");
  });

  test.each(["nl", "arn", "", "constructor"])("a language we do not speak (%s) gets English", async (locale) => {
    expect((await wordsFor(locale)).close).toBe("Close");
  });
});
