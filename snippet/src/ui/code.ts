/** A code to take along, and until when it holds. */

import type { PromptData } from "../prompt";
import type { Deeds } from "./actions";
import { moment } from "./money";
import { type Child, listen, node } from "./node";
import type { Words } from "./words";

/** The code with a button that copies it; where the browser does not allow that, the code is selected instead. */
export const codeLine = (d: PromptData, words: Words, { signal }: Deeds): readonly Child[] => {
  const { code } = d;
  if (!code) return [];
  const shown = node("code", "", code);
  const button = node("button", "", words.copy);
  button.type = "button";
  button.setAttribute("aria-live", "polite");
  const select = (): void => getSelection()?.selectAllChildren(shown);
  listen(button, "click", signal, () => {
    // Without a secure context there is no clipboard, whatever the types say.
    const copying = (navigator.clipboard as Clipboard | undefined)?.writeText(code);
    copying?.then(() => (button.textContent = words.copied), select);
    if (!copying) select();
  });
  return [node("div", "code", shown, button)];
};

/** "Until 24 Nov 2026, 18:00": a deadline the server holds; one that is over, or none, says nothing. */
export const deadline = ({ ends_at, locale }: PromptData, words: Words): Child => {
  const at = ends_at && ends_at > Date.now() ? moment(locale, ends_at) : "";
  return at && node("p", "soft", words.until.replace("{n}", at));
};
