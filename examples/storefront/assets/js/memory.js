// The shop's own memory in this browser; a browser that refuses it gets a shop that forgets.

const PREFIX = "steinrast.";

const box = (storage) => ({
  read(name, fallback) {
    try {
      return JSON.parse(storage().getItem(PREFIX + name)) ?? fallback;
    } catch {
      return fallback;
    }
  },
  write(name, value) {
    try {
      storage().setItem(PREFIX + name, JSON.stringify(value));
    } catch {
      // Full or refused: the page goes on with what it holds.
    }
  },
  drop(name) {
    try {
      storage().removeItem(PREFIX + name);
    } catch {
      // Nothing was kept, so nothing is left.
    }
  },
});

/** Kept until taken away: the basket, a half-filled booking. */
export const lasting = box(() => localStorage);

/** Kept while the tab lives: an address being typed, the order just placed. */
export const passing = box(() => sessionStorage);
