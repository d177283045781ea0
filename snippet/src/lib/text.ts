/** Short, clean text for the wire. */

/** Longest text the server takes, in characters. */
const MOST = 512;

/**
 * `value` as one line of at most `most` characters, e-mail addresses blotted out; undefined when nothing is left.
 * Half a character pair would make the whole frame undecodable, so lone halves go.
 */
export const text = (value: unknown, most = MOST): string | undefined => {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const clean = String(value)
    .slice(0, most * 4)
    .replace(/\s+/g, " ")
    .replace(/[^\s@/]+(@|%40)[^\s@/]+\.[^\s@/]+/g, "…")
    .trim()
    .slice(0, most)
    .replace(/\p{Cs}/gu, "");
  return clean || undefined;
};
