/** Tells when a prompt has really been seen. */

/** Calls `seen` after a paint with half of a child of `parent` in view; may call again; never after `signal` aborts. */
export const onSeen = (parent: ParentNode, signal: AbortSignal, seen: () => void): void => {
  const watch = new IntersectionObserver(
    (entries) => !signal.aborted && entries.some(({ intersectionRatio }) => intersectionRatio >= 0.5) && seen(),
    { threshold: 0.5 },
  );
  for (const child of parent.children) watch.observe(child);
};
