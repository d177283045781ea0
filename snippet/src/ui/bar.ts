/** The bar: over the whole width, at the top where nothing of the shop's stands there, else at the lower edge. */

import { settle as float, type Settle } from "./form";
import { overlap, under } from "./place";

/** What a bar at the top should not hide: the shop's own head. */
const HEAD = "a,button,input,select";
/** A head comes first in a page; looking at every link of a long one takes too long. */
const MOST_HEAD = 40;

export const settle: Settle = (tag, card, scene) => {
  tag.setAttribute("bar", "");
  const low = float(tag, card, scene);
  let high = true;
  return async () => {
    const { left, right, height } = tag.getBoundingClientRect();
    const box = { left, right, top: 0, bottom: height };
    await scene.rest();
    // Once it stands, whatever scrolls under it is no head any more, but what sticks there is.
    const head = tag.hasAttribute("on") ? [] : [...document.querySelectorAll(HEAD)].slice(0, MOST_HEAD);
    high &&= !head.some((one) => overlap(box, one.getBoundingClientRect()));
    high &&= ![...(await under(tag, box, scene.rest))].some(sticks);
    const move = high || (await low());
    return move ? () => {
      tag.setAttribute("bar", high ? "top" : "");
      if (move !== true) move();
    } : undefined;
  };
};

const sticks = (element: Element): boolean => /fixed|sticky/.test(getComputedStyle(element).position);

export const SHEET = `
:host([bar]){inset-inline:0!important;width:auto!important}
:host([bar=top]){inset-block:0 auto!important}
:host([bar]) .card{border-width:1px 0;border-radius:0}
@media(min-width:481px){
:host([bar]) .card{flex-flow:row wrap;justify-content:center;align-items:center;gap:0 24px;max-height:50dvh;overflow:auto;padding:8px 24px}
:host([bar]) .main{flex:1 1 320px;max-width:640px;padding:8px 0;overflow:visible}
:host([bar]) .foot{padding:0}}`;
