/** Tells when a prompt has really been seen. */

/** Calls `seen` after a paint with half of `element` in view; may call again; never after `signal` aborts. */
export const onSeen = (element: Element, signal: AbortSignal, seen: () => void): void => {
  const watch = new IntersectionObserver(
    (entries) => entries.some(({ intersectionRatio }) => intersectionRatio >= 0.5) && seen(),
    { threshold: 0.5 },
  );
  watch.observe(element);
  signal.addEventListener("abort", () => watch.disconnect());
};
