/** Tests of a price that changes where it stands. */

import { expect, test, vi } from "vitest";
import { onPriceChange } from "../../../snippet/src/observers/price";
import { fakeClock } from "../fake_clock";

const changing = (html: string, price = "24.00") => {
  document.body.innerHTML = html;
  const place = document.querySelector("[x]") as Element;
  const clock = fakeClock();
  const told: [string, string][] = [];
  const stop = onPriceChange(place, price, (old, now) => told.push([old, now]), clock, (work) => work);
  const becomes = async (text: string): Promise<void> => {
    place.textContent = text;
    await new Promise((resolve) => setTimeout(resolve));
    clock.pass(400);
    await vi.dynamicImportSettled();
  };
  return { told, becomes, stop };
};

test("another variant's price is told beside the one before it", async () => {
  const { told, becomes } = changing("<p x>24,00 €</p>");
  await becomes("29,00 €");
  await becomes("24,00 €");
  expect(told).toEqual([["24.00", "29.00"], ["29.00", "24.00"]]);
});

test("of two prices the one that was told is followed", async () => {
  const { told, becomes } = changing("<p x>was €30.00 now €24.00</p>");
  await becomes("was €30.00 now €27.00");
  expect(told).toEqual([["24.00", "27.00"]]);
});

test("the same price written anew, or no price for a while, is no change", async () => {
  const { told, becomes } = changing("<p x>24,00 €</p>");
  await becomes("EUR 24.00");
  await becomes("…");
  await becomes("24,00 €");
  expect(told).toEqual([]);
});

test("a page that is left is not followed", async () => {
  const { told, becomes, stop } = changing("<p x>24,00 €</p>");
  stop();
  await becomes("29,00 €");
  expect(told).toEqual([]);
});
