/** The few words a prompt says that nobody writes for it. */

/** `{n}` stands for a number, a step or a time. What only a fetched part says, it says in English by itself. */
export interface Words {
  readonly why: string;
  readonly quiet: string;
  readonly close: string;
  readonly written: string;
  readonly rest?: string;
  readonly total?: string;
  readonly gone?: string;
  readonly step?: string;
  readonly until?: string;
  readonly copy?: string;
  readonly copied?: string;
  readonly smaller?: string;
  readonly lost?: string;
  readonly failed?: string;
  readonly reach?: string;
}

const ENGLISH: Words = { why: "Why this?", quiet: "Quiet for a month", close: "Close", written: "Written with AI" };

/** Words for the language of `locale` (a BCP 47 tag, any case); English for one we do not speak. */
export const wordsFor = async (locale: string): Promise<Words> =>
  /^(de|fr|es|ja|ar)\b/i.test(locale) ? (await import("./tongues")).wordsOf(locale) : ENGLISH;
