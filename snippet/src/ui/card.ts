/** Joins a prompt's words, contents and controls into one card, not yet placed and not yet telling anything. */

import type { PromptData, PromptHost } from "../prompt";
import { actionRow, type Deeds, smallPrint } from "./actions";
import { type Child, node } from "./node";
import type { Refill } from "./refill";
import type { Words } from "./words";

export interface Card {
  /** A dialog for a modal prompt, else a region. */
  readonly root: HTMLElement;
  /** The part that scrolls when the window is low. */
  readonly main: HTMLElement;
  /** The polite live region: words put into it once it stands in the page are read out. */
  readonly live: HTMLElement;
  readonly headline: HTMLElement;
  /** Headline and body, for the live region. */
  readonly said: readonly HTMLElement[];
}

/** What was fetched for this prompt besides its words. */
export interface Contents {
  readonly parts: readonly Child[];
  /** Passages, which a `more` action opens. */
  readonly folded: HTMLElement | undefined;
  /** What putting the left cart back takes. */
  readonly refill?: Refill | undefined;
}

export const buildCard = (d: PromptData, host: PromptHost, words: Words, deeds: Deeds, { parts, folded, refill }: Contents): Card => {
  const headline = node("h2", "", d.headline);
  headline.id = "headline";
  const live = node("div", "live");
  live.setAttribute("aria-live", "polite");
  const main = node("div", "main", live, ...parts, folded, refill?.said);
  const foot = node("div", "foot", actionRow(d, { folded, refill }, words, deeds), ...smallPrint(d, host, words, deeds));
  const root = node(d.format === "modal" ? "dialog" : "section", "card", main, foot);
  root.setAttribute("aria-labelledby", headline.id);
  return { root, main, live, headline, said: d.body ? [headline, node("p", "", d.body)] : [headline] };
};
