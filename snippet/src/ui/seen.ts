/** Tells when a prompt has really been seen: half of it, or as much of it as fits, in the window. */

/** Often enough to notice half a prompt, or half a small window, whichever comes first. */
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1];

/** Calls `seen` once, after a paint with `element` at least half in view; never after `signal` aborts. */
export const onSeen = (element: Element, signal: AbortSignal, seen: () => void): void => {
  const watch = new IntersectionObserver(
    (entries) => {
      const half = entries.some(
        ({ intersectionRatio: share, intersectionRect, rootBounds }) =>
          share >= 0.5 || (share > 0 && intersectionRect.height * 2 >= (rootBounds?.height ?? Infinity)),
      );
      if (!half || signal.aborted) return;
      watch.disconnect();
      seen();
    },
    { threshold: STEPS },
  );
  watch.observe(element);
  signal.addEventListener("abort", () => watch.disconnect(), { once: true });
};
