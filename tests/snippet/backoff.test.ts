/** Tests of the wait after a lost connection. @vitest-environment node */

import { expect, test } from "vitest";
import { backoff } from "../../snippet/src/backoff";

test("the wait lies anywhere between nothing and twice the one before", () => {
  expect(backoff(0, 0)).toBe(0);
  expect(backoff(0, 0.999)).toBe(499);
  expect(backoff(3, 0.5)).toBe(2000);
});

test("no wait is longer than a minute, however often it failed", () => {
  expect(backoff(7, 0.99999)).toBeLessThan(60_000);
  expect(backoff(5_000, 0.99999)).toBeLessThan(60_000);
  expect(backoff(5_000, 0.5)).toBe(30_000);
});
