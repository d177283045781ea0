/** Where the shopper left something half-way; fetched where there is a goal. */

import type { PromptData } from "../prompt";
import { type Child, node } from "./node";
import type { Words } from "./words";

/** More steps than this are told, not drawn. */
const MOST_STEPS = 9;

/** Where the shopper was: "Guided walk · Step 2 of 3". A step that is no number speaks for itself. */
export const draw = ({ goal }: PromptData, words: Words): readonly Child[] => {
  if (!goal) return [];
  const { name, step } = goal;
  const place = /^\d/.test(step) ? (words.step ?? "Step {n}").replace("{n}", step) : step;
  const told = node("p", "", node("b", "", name), place && node("span", "soft", ` · ${place}`));
  return [node("div", "", told, steps(step))];
};

/** A bar of so many parts, those done filled; the words beside it say the same to everybody else. */
const steps = (step: string): HTMLElement | undefined => {
  const [, at, all] = /^(\d+)\D+(\d+)$/.exec(step) ?? [];
  if (!all || +all > MOST_STEPS) return undefined;
  return node("div", "steps", ...Array.from({ length: +all }, (_, i) => node("span", i < Number(at) ? "done" : "")));
};

export const SHEET = `
.steps{display:flex;gap:4px;margin-block-start:8px}
.steps span{flex:1;border-block-start:4px solid #8884;border-radius:2px}
.steps .done{border-color:var(--accent-edge)}
@media(forced-colors:active){.steps span{border-color:Canvas}.steps .done{border-color:CanvasText}}`;
