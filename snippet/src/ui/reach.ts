/** The keyboard's way into a prompt and out of it: a key that leads there, Escape that closes it, the focus given back. */

import type { Scene } from "./form";
import { delayed, listen, node } from "./node";

/** No browser and no screen reader uses it by itself. */
const KEY = "F8";

const SHEET = "#reach{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}";

/**
 * Tells the key to those who hear the prompt, and listens to it: pressed once more it leads back. The owner's theme may
 * name another `key`, or `off`.
 *
 * @returns a way to give the focus back to where it was before it came into `tag`.
 */
export const reach = (tag: HTMLElement, { deeds, host, words }: Scene): (() => void) => {
  const { signal } = deeds;
  const root = tag.shadowRoot as ShadowRoot;
  let before: EventTarget | null;
  const comeBack = (): void => (before as HTMLElement | null)?.focus?.({ preventScroll: true });
  listen<FocusEvent>(tag, "focusin", signal, ({ relatedTarget }) => {
    before = relatedTarget;
  });
  listen<KeyboardEvent>(tag, "keydown", signal, ({ key }) => key === "Escape" && deeds.done("dismissed"));
  const name = host.theme["key"] ?? KEY;
  if (name === "off") return comeBack;
  tell(root, name, (words.reach ?? "Press {n} to come here.").replace("{n}", name));
  const turn = (): void => {
    if (root.activeElement) return comeBack();
    root.querySelector<HTMLElement>(tag.hasAttribute("tab") ? ".larger" : ".card")?.focus();
  };
  // The shop's own use of the key goes first.
  listen<KeyboardEvent>(window, "keydown", signal, ({ key, ctrlKey, altKey, metaKey, shiftKey, defaultPrevented }) => {
    if (key === name && !(ctrlKey || altKey || metaKey || shiftKey || defaultPrevented)) delayed(0, signal, turn);
  });
  return comeBack;
};

/** Says it where the headline has just been said, and makes it part of the region's name. */
const tell = (root: ShadowRoot, name: string, text: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets.push(sheet);
  const said = node("p", "", text);
  said.id = "reach";
  root.querySelector(".live")?.append(said);
  const card = root.querySelector<HTMLElement>(".card");
  if (!card) return;
  if (card.tabIndex) card.tabIndex = -1;
  card.setAttribute("aria-labelledby", "headline reach");
  card.setAttribute("aria-keyshortcuts", name);
};
