/** What a shop may call: what changes the visit itself is here; what tells of something is fetched when it is first called. */

import type { Call } from "./calls";
import { type Consent, consentState } from "./consent";
import type { OnPrompt } from "./setup";

/** What the commands need of a visit. */
export interface Commanded {
  onRef: ((ref: string) => void) | undefined;
  onPrompt: OnPrompt | undefined;
  readonly ref: string | undefined;
  readonly consent: (state: Consent) => void;
  readonly erase: (done: () => void) => void;
  readonly reset: () => void;
  readonly page: () => void;
}

/** A function of the shop's, whose errors are the shop's to see and not ours to die of. */
const shops =
  <A extends readonly unknown[]>(work: unknown) =>
  (...args: A): unknown => {
    try {
      return (work as ((...args: A) => unknown) | undefined)?.(...args);
    } catch (error) {
      return console.error(error);
    }
  };

/** What was said at the time of the call: a shop may use its objects again. */
const copied = (args: readonly unknown[]): readonly unknown[] => {
  try {
    return structuredClone(args);
  } catch {
    return args;
  }
};

/** @returns the commands that change the visit itself. */
export const own = (visit: Commanded): Readonly<Record<string, Call>> => ({
  consent: (word) => {
    const state = consentState(word);
    if (state) visit.consent(state);
  },
  ref: (work) => {
    visit.onRef = shops(work);
    if (visit.ref) visit.onRef(visit.ref);
  },
  on: (what, work) => {
    if (what === "prompt") visit.onPrompt = shops(work) as OnPrompt;
  },
  erase: (done) => visit.erase(shops(done)),
  page: () => visit.page(),
  reset: () => visit.reset(),
});

/**
 * @param fetch - gets what deals with the calls that tell of something.
 * @returns what `tarry(name, …)` calls.
 */
export const commands = (visit: Commanded, fetch: () => Promise<Readonly<Record<string, Call>>>): ((name: string, ...args: readonly unknown[]) => void) => {
  let fetched: ReturnType<typeof fetch> | undefined;
  const here = own(visit);
  return (name, ...args) => {
    if (Object.hasOwn(here, name)) return here[name]?.(...args);
    const said = copied(args);
    fetched ??= fetch();
    fetched.then((calls) => Object.hasOwn(calls, name) && calls[name]?.(...said)).catch(() => undefined);
  };
};
