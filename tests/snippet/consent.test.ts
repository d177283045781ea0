/** Tests of what is allowed, out of everything that was said. @vitest-environment node */

import { expect, test } from "vitest";
import { consentState, resolveConsent } from "../../snippet/src/consent";

const yes = { state: "full", src: "call", at: 5 } as const;

test("without a word the site's default holds from now on", () => {
  expect(resolveConsent(undefined, "anonymous", false, 9)).toEqual({ state: "anonymous", src: "default", at: 9 });
});

test("what was said beats the default in both directions", () => {
  expect(resolveConsent(yes, "none", false, 9)).toEqual(yes);
  expect(resolveConsent({ state: "none", src: "call", at: 5 }, "full", false, 9).state).toBe("none");
});

test("Global Privacy Control caps even a spoken yes, and never loosens a no", () => {
  expect(resolveConsent(yes, "none", true, 9)).toEqual({ state: "anonymous", src: "gpc", at: 5 });
  expect(resolveConsent(undefined, "none", true, 9).state).toBe("none");
});

test("a word that is no state is no consent", () => {
  expect(consentState("full")).toBe("full");
  for (const word of ["Full", "", true, undefined, { state: "full" }]) expect(consentState(word)).toBeUndefined();
});
