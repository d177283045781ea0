/** The browser's storage, which may be missing, full, or throw when it is only looked at. */

export interface Keep {
  readonly get: (key: string) => unknown;
  /** `undefined` removes. */
  readonly set: (key: string, value: unknown) => void;
}

/** @param open - gives the storage; called each time, because a browser may refuse later what it allowed before. */
export const keepIn = (open: () => Storage): Keep => ({
  get: (key) => {
    try {
      return JSON.parse(open().getItem(key) ?? "null");
    } catch {
      return null;
    }
  },
  set: (key, value) => {
    try {
      if (value === undefined) open().removeItem(key);
      else open().setItem(key, JSON.stringify(value));
    } catch {
      // Refused: this document goes on from memory alone.
    }
  },
});
