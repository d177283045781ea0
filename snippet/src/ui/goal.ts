/** Where the shopper left something half-way. */

import type { PromptData } from "../prompt";
import { node } from "./node";
import type { Words } from "./words";

/** More steps than this are told, not drawn. */
const MOST_STEPS = 9;

/** Where the shopper was: "Guided walk · Step 2 of 3". A step that is no number speaks for itself. */
export const goalLine = (d: PromptData, words: Words): HTMLElement | undefined => {
  if (!d.goal) return undefined;
  const { name, step } = d.goal;
  const place = /^\d/.test(step) ? words.step.replace("{n}", step) : step;
  return node("div", "", node("p", "", node("b", "", name), place && node("span", "soft", ` · ${place}`)), steps(step));
};

/** A bar of so many parts, those done filled; the words beside it say the same to everybody else. */
const steps = (step: string): HTMLElement | undefined => {
  const [, at, all] = /^(\d+)\D+(\d+)$/.exec(step) ?? [];
  if (!all || +all > MOST_STEPS) return undefined;
  return node("div", "steps", ...Array.from({ length: +all }, (_, i) => node("span", i < Number(at) ? "done" : "")));
};
