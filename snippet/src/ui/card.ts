/** Joins a prompt's words, parts and controls into one card, not yet placed and not yet telling anything. */

import type { PromptData } from "../prompt";
import { actionRow, type Deeds, smallPrint } from "./actions";
import { node } from "./node";
import { cartLines, goalLine, passages } from "./parts";
import type { Words } from "./words";

export interface Card {
  readonly root: HTMLElement;
  /** The part that scrolls when the window is low. */
  readonly main: HTMLElement;
  /** The polite live region: words put into it once it stands in the page are read out. */
  readonly live: HTMLElement;
  /** Headline and body, for the live region. */
  readonly said: readonly HTMLElement[];
}

/** @param branding - whose prompt it is, or `""`. */
export const buildCard = (d: PromptData, branding: string, words: Words, deeds: Deeds): Card => {
  const headline = node("h2", "", d.headline);
  headline.id = "headline";
  const live = node("div", "live");
  live.setAttribute("aria-live", "polite");
  const folded = passages(d);
  const actions = actionRow(d, folded, words, deeds);
  const code = d.code && node("code", "", d.code);
  const main = node("div", "main", live, goalLine(d, words), ...cartLines(d, words), folded, code);
  const root = node("section", "card", main, node("div", "foot", actions, ...smallPrint(d, branding, words, deeds)));
  root.setAttribute("role", "region");
  root.setAttribute("aria-labelledby", headline.id);
  return { root, main, live, said: d.body ? [headline, node("p", "", d.body)] : [headline] };
};
