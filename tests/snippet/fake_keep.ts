/** Storage in memory, passing through JSON as the real one does. */

import type { Keep } from "../../snippet/src/lib/keep";

export interface FakeKeep extends Keep {
  readonly all: Record<string, string>;
}

export const fakeKeep = (from: Readonly<Record<string, unknown>> = {}): FakeKeep => {
  const all: Record<string, string> = Object.fromEntries(Object.entries(from).map(([key, value]) => [key, JSON.stringify(value)]));
  return {
    all,
    get: (key) => JSON.parse(all[key] ?? "null") as unknown,
    set: (key, value) => {
      if (value === undefined) delete all[key];
      else all[key] = JSON.stringify(value);
    },
  };
};
