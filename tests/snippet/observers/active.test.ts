/** Tests of honest attention: only time somebody spent counts. @vitest-environment node */

import { expect, test } from "vitest";
import { type ActiveTime, activeTime } from "../../../snippet/src/observers/active";
import { nextPing } from "../../../snippet/src/observers/pings";

/** Ticks every second until `end`, in milliseconds. */
const run = (active: ActiveTime, from: number, end: number, attended = true): void => {
  for (let now = from + 1000; now <= end; now += 1000) active.tick(now, attended);
};

test("loading counts as one input: thirty seconds without another, and no more", () => {
  const active = activeTime(0);

  run(active, 0, 90_000);
  expect(active.tick(0, false)).toBe(30_000);
});

test("an input brings thirty seconds more", () => {
  const active = activeTime(0);

  run(active, 0, 40_000);
  active.input(40_000);
  run(active, 40_000, 90_000);
  expect(active.tick(0, false)).toBe(60_000);
});

test("hidden or unfocused time adds nothing", () => {
  const active = activeTime(0);

  run(active, 0, 10_000);
  run(active, 10_000, 20_000, false);
  active.input(20_000);
  run(active, 20_000, 25_000);
  expect(active.tick(0, false)).toBe(15_000);
});

test("a gap in the ticks is a page that slept, not one that was read", () => {
  const active = activeTime(0);

  active.input(600_000);
  active.tick(600_000, true);
  expect(active.tick(0, false)).toBe(1500);
});

test("pings come every five seconds to a minute, then every fifteen", () => {
  expect([0, 4999, 5000, 55_000, 59_999, 60_000, 76_000].map((ms) => nextPing(ms, 5000))).toEqual([
    5000, 5000, 10_000, 60_000, 60_000, 75_000, 90_000,
  ]);
});
