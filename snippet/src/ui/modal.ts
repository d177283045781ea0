/** The modal: the browser's own dialog, for owners who ask for it. It makes the page inert, so the browser keeps the focus. */

import type { Settle } from "./form";
import { listen } from "./node";
import type { Rest } from "./pace";
import { paintedAt, pinnedBy } from "./place";

/** Somebody who is asked for consent is asked one thing at a time. */
const ASKS = /cookie|consent|privacy|gdpr|datenschutz|einwillig|confidentialité|privacidad/i;
/** Where banners stand, as shares of the window: in the middle, along the edges however thin, and a little above. */
const ACROSS = [0.03, 0.5, 0.97];
const DOWN = [0.03, 0.5, 0.88, 0.97];
/** A longer text is the page itself. */
const MOST_TEXT = 5_000;

const isAsked = async (tag: Element, rest: Rest): Promise<boolean> => {
  const found = new Set<Element>();
  for (const y of DOWN) {
    for (const x of ACROSS) paintedAt(tag, innerWidth * x, innerHeight * y, found);
    await rest();
  }
  const texts = [...found].map((one) => pinnedBy(one)?.textContent ?? "");
  return texts.some((text) => text.length < MOST_TEXT && ASKS.test(text));
};

export const settle: Settle = (tag, { root, headline }, { deeds, rest }) => {
  const dialog = root as HTMLDialogElement;
  tag.removeAttribute("popover");
  headline.tabIndex = -1;
  headline.autofocus = true;
  // Escape, or the back gesture of a phone: the browser has closed it by then.
  listen(dialog, "close", deeds.signal, () => deeds.done("dismissed"));
  // What is inside covers the whole dialog: pressed itself, it was pressed outside.
  listen(dialog, "click", deeds.signal, ({ target }) => target === dialog && deeds.done("dismissed"));
  return async () => {
    if (await isAsked(tag, rest)) return undefined;
    return () => {
      tag.setAttribute("on", ""); // What is invisible cannot take the focus.
      dialog.showModal();
    };
  };
};

export const SHEET = `
dialog{position:fixed;inset:0;margin:auto!important;width:min(440px,100vw - 32px);max-height:calc(100dvh - 32px);box-shadow:0 4px 24px #0004}
dialog h2{font-size:1.25em}
dialog .main{padding:24px 24px 0}
dialog .foot{padding:16px 24px}
dialog::backdrop{background:#0008}
h2:focus{outline:0}`;
