/** Tests of the events that outlive their document. @vitest-environment node */

import { expect, test } from "vitest";
import { newLeftovers } from "../../snippet/src/leftovers";
import type { Piece } from "../../snippet/src/outbox";
import { fakeClock } from "./fake_clock";
import { fakeKeep } from "./fake_keep";

const piece = (s: number, at: number, pad = ""): Piece => ({ s, events: [{ n: "cart", v: 1, d: { pad }, at }], skip: [] });

test("the tab's next document finds them, as old as they are by then", () => {
  const [keep, clock] = [fakeKeep(), fakeClock()];
  clock.pass(5000);
  newLeftovers(keep, "k", clock).save("one", 3, piece(4, 4000));

  const later = { ...clock, now: () => 200, wall: () => clock.wall() + 10_000 };
  const [rest] = newLeftovers(keep, "k", later).others("two");
  expect(rest).toMatchObject({ sid: "one", acked: 3, s: 4 });
  expect(later.now() - (rest?.events[0]?.at ?? 0)).toBe(11_000);
});

test("a document's own rest is not its business, and is gone once all is acknowledged", () => {
  const keep = fakeKeep();
  const left = newLeftovers(keep, "k", fakeClock());

  left.save("one", 0, piece(1, 0));
  expect(left.others("one")).toEqual([]);
  left.save("one", 1, { s: 2, events: [], skip: [] });
  expect(keep.all).toEqual({});
});

test("what has arrived is dropped, the rest of other documents stays", () => {
  const left = newLeftovers(fakeKeep(), "k", fakeClock());
  left.save("one", 0, piece(1, 0));
  left.save("two", 0, piece(1, 0));

  left.drop("one");
  expect(left.others("").map(({ sid }) => sid)).toEqual(["two"]);
});

test("never more than 32 KiB stay on the device; the newest document goes first", () => {
  const keep = fakeKeep();
  const left = newLeftovers(keep, "k", fakeClock());

  for (const sid of ["a", "b", "c"]) left.save(sid, 0, piece(1, 0, "x".repeat(15_000)));
  expect(keep.all["k"]?.length).toBeLessThan(32 * 1024);
  expect(left.others("").map(({ sid }) => sid)).toEqual(["c", "b"]);
});

test("junk in the storage is no rest", () => {
  const keep = fakeKeep({ k: [1, null, { sid: "x" }, { sid: 1, s: 1, events: [], skip: [] }] });
  expect(newLeftovers(keep, "k", fakeClock()).others("")).toEqual([]);
});
