/** The modal: the browser's own dialog, for owners who ask for it. It makes the page inert, so the browser keeps the focus. */

import type { Settle } from "./form";
import { listen } from "./node";
import { pinnedOver } from "./place";

/** Somebody who is asked for consent is asked one thing at a time. */
const ASKS = /cookie|consent|privacy|gdpr|datenschutz|einwillig|confidentialité|privacidad/i;

export const settle: Settle = (tag, { root, headline }, { deeds }) => {
  const dialog = root as HTMLDialogElement;
  tag.removeAttribute("popover");
  headline.tabIndex = -1;
  // Escape, or the back gesture of a phone: the browser has closed it by then.
  listen(dialog, "close", deeds.signal, () => deeds.done("dismissed"));
  // What is inside covers the whole dialog: pressed itself, it was pressed outside.
  listen(dialog, "click", deeds.signal, ({ target }) => target === dialog && deeds.done("dismissed"));
  return () => {
    if (dialog.matches(":modal")) return true;
    const page = new DOMRect(0, 0, innerWidth, innerHeight);
    if (pinnedOver(tag, page).some(({ textContent }) => ASKS.test(textContent))) return false;
    tag.setAttribute("on", ""); // What is invisible cannot take the focus.
    dialog.showModal();
    headline.focus();
    return true;
  };
};

export const SHEET = `
dialog:not([open]){display:none}
dialog{position:fixed;inset:0;margin:auto!important;width:min(440px,100vw - 32px);max-height:calc(100dvh - 32px);box-shadow:0 1px 2px #0002,0 8px 32px #0003}
dialog h2{font-size:1.25em}
dialog .main{padding:24px 24px 0}
dialog .foot{padding:16px 24px 8px}
dialog::backdrop{background:#0008}
h2:focus{outline:0}
@media(max-height:27em){dialog{overflow:auto}dialog .main{overflow:visible}}`;
