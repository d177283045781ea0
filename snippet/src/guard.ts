/** Keeps our own mistakes away from the shop: nothing throws out, and three mistakes end the snippet. */

/** So many internal errors uninstall the snippet; our own choice. */
const MOST_ERRORS = 3;

export type Safely = <A extends readonly unknown[], R>(work: (...args: A) => R) => (...args: A) => R | undefined;

/** @param giveUp - called once, at the last error allowed; takes everything down. */
export const guard = (giveUp: () => void): Safely => {
  let errors = 0;
  return (work) =>
    (...args) => {
      try {
        if (errors < MOST_ERRORS) return work(...args);
      } catch {
        try {
          if (++errors >= MOST_ERRORS) giveUp();
        } catch {
          // Nothing more can be done, and the page must not hear of it.
        }
      }
      return undefined;
    };
};
