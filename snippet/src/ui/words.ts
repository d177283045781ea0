/** The few words a prompt says that nobody writes for it. */

/** `{n}` stands for a number, a step or a time. */
export interface Words {
  readonly why: string;
  readonly quiet: string;
  readonly rest: string;
  readonly total: string;
  readonly close: string;
  readonly gone: string;
  readonly step: string;
  readonly until: string;
  readonly copy: string;
  readonly copied: string;
  readonly smaller: string;
  readonly written: string;
}

/** One language: its words in the order of `Words`, divided by bars. */
const say = (line: string): Words => {
  const [why = "", quiet = "", rest = "", total = "", close = "", gone = "", step = "", ...more] = line.split("|");
  const [until = "", copy = "", copied = "", smaller = "", written = ""] = more;
  return { why, quiet, rest, total, close, gone, step, until, copy, copied, smaller, written };
};

const ENGLISH =
  "Why this?|Quiet for a month|and {n} more|Total|Close|Sold out|Step {n}|Until {n}|Copy|Copied|Make smaller|Written with AI";
/** The languages we speak besides English; what they say is fetched. */
const SPOKEN = /^(de|fr|es|ja|ar)\b/i;

/** Words for the language of `locale` (a BCP 47 tag, any case); English for one we do not speak. */
export const wordsFor = async (locale: string): Promise<Words> => {
  const [language = ""] = SPOKEN.exec(locale) ?? [];
  return say(language ? (await import("./tongues")).TONGUES[language.toLowerCase()] ?? ENGLISH : ENGLISH);
};
