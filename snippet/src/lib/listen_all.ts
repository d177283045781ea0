/** Listening to several events at once. */

/**
 * Passive, so that no scrolling waits for us, and capturing, so that the shop cannot hide an event.
 *
 * @param names - event types, separated by spaces.
 * @returns the way to stop.
 */
export const listenAll = (target: EventTarget, names: string, heard: (event: Event) => unknown): (() => void) => {
  const stop = new AbortController();
  for (const name of names.split(" ")) {
    target.addEventListener(name, heard, { passive: true, capture: true, signal: stop.signal });
  }
  return () => stop.abort();
};
