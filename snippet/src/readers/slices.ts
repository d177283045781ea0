/** Long work in short stretches, so that the page gets its turn in between. */

/** How long one stretch may take, in milliseconds. */
const SLICE_MS = 8;

/** @returns a way to wait whenever a stretch is used up; nothing to wait for before. */
export const slices = (): (() => Promise<void> | undefined) => {
  let since = performance.now();
  return () =>
    performance.now() - since < SLICE_MS
      ? undefined
      : new Promise((done) => {
          setTimeout(() => {
            since = performance.now();
            done();
          });
        });
};
