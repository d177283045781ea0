/** Clicks that say something does not work: many in one place, or one that changes nothing. Fetched with the first touch. */

import { listenAll } from "../lib/listen_all";
import { elementOf, type Watched } from "./watched";

/** So many clicks, in so short a time, so near to each other. */
const RAGE = 4;
const RAGE_MS = 750;
const RAGE_PX = 30;
/** Nothing has changed for so long: the click was in vain. */
const DEAD_MS = 2_500;
/** A change of focus so shortly before has used the click up. */
const FOCUS_MS = 1_000;
/** More in one document say no more. */
const MOST_DEAD = 10;

const PRESSED = "button,[role=button],input[type=submit],input[type=button],input[type=image]";
const FIELD = "input,select,textarea,label,[contenteditable=''],[contenteditable=true]";
/** Clicked often by design: fields, switches, players, and whatever steps or slides. */
const OFTEN =
  "select,textarea,label,[contenteditable=''],[contenteditable=true],video,audio,canvas,object,embed,summary,[role=switch],[role=slider],[role=spinbutton],[role=checkbox],[role=radio],[role=tab],[aria-pressed],[aria-expanded],[aria-checked]";
const STEPS = /^[+\-−–‹›<>←→«»]$|qty|quant|count|step|plus|minus|incr|decr|next|prev|arrow|slide|slick|swiper|carousel|gallery|zoom|play|calendar|datepick|page-?link|paginat|weiter|zurück|suivant|précédent|siguiente|anterior/i;

type On = "button" | "link" | "image" | "field" | "other";

const isField = (element: Element): boolean => !!element.closest(FIELD) && !element.closest(PRESSED);

/** What kind of thing was clicked. */
export const kindOf = (element: Element): On => {
  if (isField(element)) return "field";
  if (element.closest(PRESSED)) return "button";
  if (element.closest("a[href]")) return "link";
  return element.closest("img,picture,svg") ? "image" : "other";
};

/** Whether several clicks here are how it is meant to be used. */
export const isStepper = (element: Element): boolean => {
  if (isField(element) || element.closest(OFTEN)) return true;
  const pressed = element.closest(`${PRESSED},a`) ?? element;
  const parent = pressed.parentElement;
  const words = [pressed.getAttribute("aria-label"), pressed.textContent.trim().slice(0, 40), pressed.id, pressed.className, parent?.className];
  return words.some((word) => typeof word === "string" && STEPS.test(word));
};

/** A link that stays in this document and this window: one that leads away does something by itself. */
const staysHere = (element: Element): boolean => {
  const link = element.closest("a");
  if (!link?.hasAttribute("href")) return true;
  return /^(#|javascript:)/i.test(link.getAttribute("href") ?? "") && !link.target;
};

const marked = (): boolean => !!getSelection()?.toString();

/** A click and when it was. */
export type Earlier = readonly [event: Event, at: number];

/** Begins to listen to clicks. @param earlier - those of the time it took to fetch this. */
export const clicks = ({ clock, safely, add }: Watched, earlier: readonly Earlier[] = []): void => {
  let recent: { readonly at: number; readonly x: number; readonly y: number }[] = [];
  let settledAt = -Infinity;
  let watching: (() => void) | undefined;
  let dead = 0;

  const rage = (element: Element, { clientX: x, clientY: y }: MouseEvent, at: number): void => {
    const near = recent.filter((one) => at - one.at <= RAGE_MS && Math.abs(one.x - x) + Math.abs(one.y - y) <= RAGE_PX);
    recent = [...near, { at, x, y }];
    if (recent.length < RAGE || isStepper(element) || marked()) return;
    recent = [];
    add("rage_click", { on: kindOf(element) });
  };

  /** Waits whether anything at all comes of a click. */
  const expect = (element: Element): void => {
    const on = kindOf(element);
    const stop = (): void => {
      changes.disconnect();
      unlisten();
      unwait();
      watching = undefined;
    };
    const changes = new MutationObserver(stop);
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const unlisten = listenAll(window, "scroll selectionchange focusin visibilitychange pagehide beforeprint play pause input change hashchange popstate blur", stop);
    const unwait = clock.later(DEAD_MS, () => {
      stop();
      dead++;
      add("dead_click", { on });
    });
    watching = stop;
  };

  /** Counts a click; undefined when it is none of somebody's own with the first button. */
  const counted = (event: Event, at: number): Element | undefined => {
    const element = elementOf(event);
    const click = event as MouseEvent;
    if (!element || !event.isTrusted || click.button) return undefined;
    rage(element, click, at);
    return element;
  };
  const clicked = safely((event: Event): void => {
    const element = counted(event, clock.now());
    if (!element) return;
    const click = event as MouseEvent;
    const plain = !(click.ctrlKey || click.metaKey || click.shiftKey || click.altKey);
    const promises = !!element.closest(`${PRESSED},a`);
    if (watching || !plain || !promises || dead >= MOST_DEAD || isField(element) || !staysHere(element) || marked()) return;
    if (clock.now() - settledAt >= FOCUS_MS) expect(element);
  });
  // What came of these was not watched, so that they may only be signs of anger.
  for (const [event, at] of earlier) counted(event, at);
  listenAll(window, "click", clicked);
  listenAll(window, "focus visibilitychange", safely((event) => event.target === (event.type === "focus" ? window : document) && (settledAt = clock.now())));
};
