/** One line of the server's log in an owner's words: what was noticed, decided, held back, shown. Pure. */

type LogLine = Readonly<Record<string, unknown>>;

/** Events that say nothing by themselves; what they say together stands in the rows above. */
const DULL = /^(page_ping|page_view|view_item|price_seen|health|vitals|cart)$/;

const plain = (word: unknown): string => String(word ?? "?").replaceAll("_", " ");

const decided = ({ decision, gate, play, arm, signal }: LogLine): string => {
  const what = play ? `${plain(play)}${signal ? ` after ${plain(signal)}` : ""}` : plain(signal ?? "something");
  if (decision === "speak") return `speaks: ${what}`;
  return `silent: ${plain(gate ?? (arm === "holdout" ? "holdout" : undefined))} (${what})`;
};

const TOLD: Readonly<Record<string, (line: LogLine) => string | undefined>> = {
  event: ({ n }) => (DULL.test(String(n)) ? undefined : `event: ${plain(n)}`),
  signal: ({ signal }) => `noticed: ${plain(signal)}`,
  decision: decided,
  draft: ({ writer, failed }) => (failed ? `no words from the ${plain(writer)}: ${String(failed)}` : `words by the ${plain(writer)}`),
  violation: ({ rule }) => `words refused: ${String(rule)}`,
  push: ({ play }) => `sent: ${plain(play)}`,
  delivery: ({ st }) => `prompt ${plain(st)}`,
  consent: ({ state }) => `consent: ${plain(state)}`,
  bad: ({ n, code }) => `could not be taken: ${plain(n)} (${plain(code)})`,
  skip: ({ from, to, why }) => `lost: events ${String(from)} to ${String(to)} (${plain(why)})`,
};

/** @returns `line` in words, or undefined when it is not worth any. */
export const told = (line: LogLine): string | undefined => {
  const kind = String(line["kind"]);
  return Object.hasOwn(TOLD, kind) ? TOLD[kind]?.(line) : undefined;
};
