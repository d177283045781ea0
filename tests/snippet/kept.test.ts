/** Tests of what pages of one browser learn from each other's storage. */

import { expect, test } from "vitest";
import { kept } from "../../snippet/src/kept";
import type { Keep } from "../../snippet/src/lib/keep";
import type { Setup } from "../../snippet/src/setup";
import { fakeClock } from "./fake_clock";
import { fakeKeep } from "./fake_keep";

const opened = (local: Keep = fakeKeep({ "tarry:pk": { tok: "t" } })) => {
  const tab = fakeKeep();
  let gone = 0;
  const setup = { key: "pk", base: "https://t.test/t/", clock: fakeClock(), safely: (work: unknown) => work, local, tab };
  kept(setup as unknown as Setup, "tarry:pk:rest", () => gone++);
  const storage = (key: string, oldValue: string | null, newValue: string | null): void => {
    window.dispatchEvent(new StorageEvent("storage", { key, oldValue, newValue }));
  };
  return { local, storage, gone: () => gone };
};

test("what another page forgot is told at once", () => {
  const { local, storage, gone } = opened();
  local.set("tarry:pk", undefined);
  storage("tarry:pk", "{}", null);

  expect(gone()).toBe(1);
});

test("a page that could not hear of it finds out when it is looked at again", () => {
  const { local, gone } = opened();
  local.set("tarry:pk", undefined);
  window.dispatchEvent(new Event("pageshow"));
  window.dispatchEvent(new Event("focus"));

  expect(gone()).toBe(1);
});

test("what is written anew, and what others keep, is nobody's forgetting", () => {
  const { storage, gone } = opened();
  storage("tarry:pk", "{}", '{"tok":"u"}');
  storage("tarry:other", "{}", null);
  window.dispatchEvent(new Event("focus"));

  expect(gone()).toBe(0);
});

test("a browser that keeps nothing forgets nothing", () => {
  const { local, gone } = opened({ get: () => null, set: () => undefined });
  local.set("tarry:pk", { tok: "u" });
  for (const name of ["focus", "pageshow", "focus"]) window.dispatchEvent(new Event(name));

  expect(gone()).toBe(0);
});
