/** What a shopper can do with a prompt: up to three actions, and the small print that explains it or silences it. */

import type { PromptAction, PromptData, PromptHost } from "../prompt";
import type { Contents } from "./card";
import { listen, node, safeUrl } from "./node";
import type { Refill } from "./refill";
import type { Words } from "./words";

const MOST_ACTIONS = 3;

/** What pressing something leads to; `done` reports and takes the prompt away, `note` only reports. */
export interface Deeds {
  readonly done: (st: "dismissed" | "clicked", a?: string) => void;
  readonly note: (a: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The row of actions. The first is the primary one, unless it is a way out; where none is a way out, "Close" is added.
 *
 * @param contents - the passages that a `more` action opens, which start hidden when there is one, and what a `refill`
 *   action does.
 */
export const actionRow = (d: PromptData, { folded, refill }: Pick<Contents, "folded" | "refill">, words: Words, deeds: Deeds): HTMLElement => {
  const actions = d.actions.slice(0, MOST_ACTIONS);
  const leaves = actions.some((action) => action.do === "dismiss");
  const made = actions.map((action) => control(action, folded, deeds, refill));
  const row = node("div", "acts", ...made, !leaves && wayOut(words.close, deeds));
  row.firstElementChild?.classList.add("first");
  return row;
};

const wayOut = (label: string, deeds: Deeds): HTMLElement =>
  press(node("button", "act out", label), deeds, () => deeds.done("dismissed"));

/** One action, or undefined for one that could lead nowhere: a link without a safe address, `more` of nothing. */
const control = (action: PromptAction, folded: HTMLElement | undefined, deeds: Deeds, refill?: Refill): HTMLElement | undefined => {
  if (action.do === "more") return folded && unfold(action, folded, deeds);
  if (action.do === "dismiss") return wayOut(action.label, deeds);
  const url = safeUrl(action.href);
  if (url) return link(action, url, deeds);
  if (action.do === "link") return undefined;
  return press(node("button", "act", action.label), deeds, () => refill?.press(action) ?? deeds.done("clicked", action.id));
};

const press = (button: HTMLButtonElement, { signal }: Deeds, pressed: () => void): HTMLButtonElement => {
  button.type = "button";
  listen(button, "click", signal, pressed);
  return button;
};

/** A real link, so that the middle button, a new tab and the address on hover all work; the browser follows it. */
const link = (action: PromptAction, url: string, { done, signal }: Deeds): HTMLElement => {
  const made = node("a", "act", action.label);
  made.href = url;
  listen(made, "click", signal, () => done("clicked", action.id));
  listen<MouseEvent>(made, "auxclick", signal, (event) => event.button === 1 && done("clicked", action.id));
  return made;
};

const unfold = (action: PromptAction, folded: HTMLElement, deeds: Deeds): HTMLElement => {
  const button = node("button", "act", action.label);
  toggles(button, folded, deeds, () => deeds.note(action.id));
  return button;
};

/** Makes `button` show and hide `part`, which starts hidden. */
const toggles = (button: HTMLButtonElement, part: HTMLElement, deeds: Deeds, opened?: () => void): void => {
  part.hidden = true;
  button.setAttribute("aria-expanded", "false");
  press(button, deeds, () => {
    part.hidden = !part.hidden;
    button.setAttribute("aria-expanded", String(!part.hidden));
    if (!part.hidden) opened?.();
  });
};

/** "Why this?", "Quiet for a month", who wrote it and whose prompt it is. */
export const smallPrint = (d: PromptData, host: PromptHost, words: Words, deeds: Deeds): readonly HTMLElement[] => {
  const by = [d.writer === "model" && host.mark && words.written, host.branding].filter(Boolean).join(" · ");
  const why = node("p", "soft", d.why);
  const ask = node("button", "", words.why);
  const quiet = press(node("button", "", d.quiet ?? words.quiet), deeds, () => deeds.done("dismissed", "quiet"));
  toggles(ask, why, deeds);
  return [node("div", "small soft", d.why && ask, quiet, by && node("span", "", by)), why];
};
