/** The card that can be made smaller, and the tab it shrinks to: its headline at the edge, which opens it again. */

import { settle as float, type Settle } from "./form";
import { delayed, listen, node } from "./node";

/** Its own live region must be known before its words come; our own choice. */
const LIVE_MS = 60;

/** `tab` starts small, `card` large; either becomes the other when asked to. */
export const settle: Settle = (tag, card, scene) => {
  const { d, words, deeds, rest } = scene;
  const { root, headline } = card;
  const find = float(tag, card, scene);
  const smaller = node("button", "smaller");
  const larger = node("button", "larger", node("span", "", d.headline));
  const edge = node("div", "edge");
  smaller.type = larger.type = "button";
  smaller.setAttribute("aria-label", words.smaller ?? "Make smaller");
  headline.tabIndex = -1;
  const turn = (small: boolean, focus: HTMLElement): unknown =>
    delayed(0, deeds.signal, () => {
      tag.toggleAttribute("tab", small);
      focus.focus({ preventScroll: true });
      find().then((move) => move?.(), () => undefined);
    });
  listen(smaller, "click", deeds.signal, () => turn(true, larger));
  listen(larger, "click", deeds.signal, () => turn(false, headline));
  root.prepend(smaller);
  if (d.format === "tab") {
    tag.setAttribute("tab", "");
    edge.setAttribute("aria-live", "polite"); // Nothing else of it can be read out while it is small.
  } else edge.append(larger);
  root.after(edge);
  return async () => {
    if (!larger.isConnected) edge.append(larger); // Only with it is the size true.
    if (!tag.hasAttribute("on")) await rest(LIVE_MS);
    const move = await find();
    return move && (() => {
      if (!tag.hasAttribute("on")) edge.append(larger); // Words that come are read out, words that are there are not.
      move();
    });
  };
};

export const SHEET = `
:host([tab]){width:fit-content!important}
:host([tab][side=end]){inset-inline:auto 0!important}
:host([tab][side=start]){inset-inline:0 auto!important}
:host([tab]) .card,:host(:not([tab])) .edge{display:none}
.card{position:relative}
.smaller{position:absolute;inset:4px 4px auto auto;z-index:1}
.card:dir(rtl) .smaller{inset:4px auto auto 4px}
.smaller::before{content:"";position:absolute;inset:0;margin:auto;width:12px;height:2px;background:currentColor}
.smaller+.main h2{padding-inline-end:36px}
h2:focus{outline:0}
.larger{display:flex;align-items:center;gap:8px;max-width:min(280px,100vw - 64px);padding:8px 16px 8px 12px;font:600 var(--size)/1.3 var(--font);background:var(--surface);color:var(--text);border:1px solid var(--edge);border-inline-start:4px solid var(--accent-edge);box-shadow:0 4px 24px #0004;text-align:start}
.larger span{overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
:host([tab][side=end]) .larger{border-start-start-radius:min(var(--round),16px);border-end-start-radius:min(var(--round),16px)}
:host([tab][side=start]) .larger{border-start-end-radius:min(var(--round),16px);border-end-end-radius:min(var(--round),16px)}`;
