/** A code to take along, and until when it holds; fetched where there is one. */

import type { PromptData } from "../prompt";
import type { Deeds } from "./actions";
import { type Child, listen, node } from "./node";
import type { Words } from "./words";

/** The code with a button that copies it; where the browser does not allow that, the code is selected instead. */
export const draw = (d: PromptData, words: Words, { signal }: Deeds): readonly Child[] => {
  const { code = "" } = d;
  const shown = node("code", "", code);
  const button = node("button", "", words.copy ?? "Copy");
  button.type = "button";
  button.setAttribute("aria-live", "polite");
  const select = (): void => getSelection()?.selectAllChildren(shown);
  listen(button, "click", signal, () => {
    // Without a secure context there is no clipboard, whatever the types say.
    const copying = (navigator.clipboard as Clipboard | undefined)?.writeText(code);
    copying?.then(() => (button.textContent = words.copied ?? "Copied"), select);
    if (!copying) select();
  });
  return [node("div", "code", shown, button), deadline(d, words)];
};

/** A moment (milliseconds since 1970) as day and time, or `""`. */
const moment = (locale: string, at: number): string => {
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
  } catch {
    return "";
  }
};

/** "Until 24 Nov 2026, 18:00": a deadline the server holds; one that is over, or none, says nothing. */
const deadline = ({ ends_at, locale }: PromptData, words: Words): Child => {
  const at = ends_at && ends_at > Date.now() ? moment(locale, ends_at) : "";
  return at && node("p", "soft", (words.until ?? "Until {n}").replace("{n}", at));
};

export const SHEET = `
.code{display:flex;align-items:center;border:1px dashed var(--edge);border-radius:min(var(--round),16px);padding-inline-start:16px}
code{flex:1;padding-block:8px;user-select:all;font-family:monospace;overflow-wrap:anywhere}
.code button{padding:0 16px;font-weight:600;text-decoration:underline 1px;text-underline-offset:3px}`;
