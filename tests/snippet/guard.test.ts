/** Tests that our mistakes never reach the shop. @vitest-environment node */

import { expect, test } from "vitest";
import { guard } from "../../snippet/src/guard";

test("nothing is thrown, and the third mistake takes everything down, once", () => {
  let downs = 0;
  const safely = guard(() => {
    downs++;
    throw new Error("even this");
  });
  const fails = safely(() => {
    throw new Error("ours");
  });
  const works = safely((a: number) => a + 1);

  expect(works(1)).toBe(2);
  for (let i = 0; i < 5; i++) fails();
  expect([downs, works(1)]).toEqual([1, undefined]);
});
