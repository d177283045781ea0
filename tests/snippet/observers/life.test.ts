/** Tests of telling how a document comes and goes, one word for each time. */

import { afterEach, expect, test, vi } from "vitest";
import { type Life, onLife } from "../../../snippet/src/observers/life";

const told: Life[] = [];
let stop = (): void => undefined;

const setUp = (): void => {
  told.length = 0;
  stop = onLife((what) => told.push(what), (work) => work);
};
const says = (target: EventTarget, ...types: string[]): void => {
  for (const type of types) target.dispatchEvent(new Event(type));
};

afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

test("a document that goes into the cache is told once, and once more when it is back", () => {
  setUp();

  says(window, "pagehide", "visibilitychange", "freeze", "resume", "pagehide", "pageshow", "online");
  expect(told).toEqual(["pagehide", "bfcache", "online"]);
});

test("a frozen document comes back by resuming only", () => {
  setUp();

  says(window, "freeze", "pageshow", "focus", "resume");
  expect(told).toEqual(["freeze", "resume"]);
});

test("coming back says nothing to a document that was never away", () => {
  setUp();

  says(window, "pageshow", "resume");
  expect(told).toEqual([]);
});

test("a change of visibility is told as what it has become", () => {
  setUp();
  const state = vi.spyOn(document, "visibilityState", "get");

  state.mockReturnValue("hidden");
  says(window, "visibilitychange");
  state.mockReturnValue("visible");
  says(window, "visibilitychange");
  expect(told).toEqual(["hidden", "visible"]);
});

test("the focus of the window counts, that of a field is nobody's business", () => {
  setUp();
  const field = document.body.appendChild(document.createElement("input"));

  field.dispatchEvent(new Event("focus"));
  says(window, "focus");
  expect(told).toEqual(["focus"]);
});
