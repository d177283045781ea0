/** What a shop may call: what changes the visit itself is here; all else is fetched when it is first called. */

import type { Call, calls } from "./calls";
import { type Consent, consentState } from "./consent";

/** What the commands need of a visit. */
export interface Commanded {
  readonly consent: (state: Consent) => void;
  readonly erase: (done?: () => void) => void;
  readonly reset: () => void;
  readonly page: () => void;
}

/** The part that deals with all else. */
export interface Calls {
  readonly calls: typeof calls;
}

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
  erase: (done) => visit.erase(done as () => void),
  page: () => visit.page(),
  reset: () => visit.reset(),
});

/**
 * @param fetch - gets what deals with all other calls; always the same promise, so that what is called first is told first.
 * @returns what `tarry(name, …)` calls.
 */
export const commands = (visit: Commanded & Parameters<typeof calls>[0], fetch: () => Promise<Calls>): ((name: string, ...args: readonly unknown[]) => void) => {
  const here = own(visit);
  return (name, ...args) => {
    if (here[name]) return here[name](...args);
    const said = copied(args);
    fetch().then((it) => it.calls(visit)[name]?.(...said)).catch(() => undefined);
  };
};
