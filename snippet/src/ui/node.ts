/** Building elements without ever passing through HTML: text is set as text, addresses are checked. */

/** No text of a prompt is longer, whatever the server sent; in UTF-16 units. */
const MOST_TEXT = 600;

export type Child = Node | string | false | undefined;

/** A new element with a class (may be empty) and its children; strings become text, `false` and undefined nothing. */
export const node = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name = "",
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const child of children) {
    if (child) made.append(typeof child === "string" ? child.slice(0, MOST_TEXT) : child);
  }
  return made;
};

/**
 * The absolute address of `href` when it is http(s) or starts at the root of this site; else undefined.
 * Parsed before it is judged, because browsers drop tabs and newlines inside an address and read `\` as `/`.
 */
export const safeUrl = (href = ""): string | undefined => {
  try {
    const { origin, href: whole } = new URL(href, location.href);
    return (href.startsWith("/") ? origin === location.origin : /^https?:\/\//i.test(href)) ? whole : undefined;
  } catch {
    return undefined;
  }
};

/** Runs `work` and keeps whatever it throws out of the shop's page. */
const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    // A prompt that fails half-way is a lost prompt; the shop must not notice.
  }
};

/** Listens until `signal` aborts. Passive and quiet: it can neither cancel the event nor throw into the page. */
export const listen = <E extends Event>(
  target: EventTarget,
  kind: string,
  signal: AbortSignal,
  heard: (event: E) => void,
): void => target.addEventListener(kind, (event) => quietly(() => heard(event as E)), { signal, passive: true });

/** Runs `work` in a later task, quietly, unless `signal` has aborted by then. */
export const delayed = (after_ms: number, signal: AbortSignal, work: () => void): ReturnType<typeof setTimeout> =>
  setTimeout(() => signal.aborted || quietly(work), after_ms);
