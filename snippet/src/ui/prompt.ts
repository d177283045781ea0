/** Draws one prompt on the shop's page and tells what becomes of it; loaded when the first prompt comes. */

import type { Draw, PromptHost } from "../prompt";
import type { Deeds } from "./actions";
import { buildCard, type Card } from "./card";
import { later, listen } from "./node";
import { onSeen } from "./seen";
import { SHEET } from "./sheet";
import { float, onChange, settleInSlot, standFree } from "./stand";
import { readTheme } from "./theme";
import { wordsFor } from "./words";

/** Screen readers must have met the empty live region before words are put into it; our own choice. */
const LIVE_MS = 60;

/**
 * Shows `d` as a toast, or in one of the owner's places when its format is `inline` and one is free; any other format
 * is a toast. Appears a moment later, as soon as there is a place where it covers nothing the shop has pinned.
 *
 * @returns the way to withdraw it without a report; harmless when it has gone already.
 * @throws when the browser cannot make style sheets; nothing was added to the page then.
 */
export const draw: Draw = (d, host) => {
  const stop = new AbortController();
  const tag = document.createElement("tarry-prompt");
  const root = tag.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  tag.lang = d.locale;
  tag.dir = d.dir;
  const comeBack = rememberFocus(tag, stop.signal);
  const close = (): void => {
    stop.abort();
    if (root.activeElement) comeBack();
    tag.remove();
  };
  const deeds = tell(host.report, stop.signal, close);
  const card = buildCard(d, host.branding, wordsFor(d.locale), deeds);
  root.append(card.root);
  listen<KeyboardEvent>(tag, "keydown", stop.signal, ({ key }) => key === "Escape" && deeds.done("dismissed"));
  // Reading the page is work of its own: a task apart keeps each short.
  later(0, stop.signal, () => appear(tag, card, place(tag, card, d.format === "inline" ? host.slots : [], host.theme), deeds));
  return { close };
};

interface Telling extends Deeds {
  readonly seen: () => void;
}

/** Turns what happens into reports, each at most once and `shown` first; an end takes the prompt away afterwards. */
const tell = (report: PromptHost["report"], signal: AbortSignal, close: () => void): Telling => {
  const told = new Set<string>();
  const first = (what: string): boolean => !told.has(what) && told.add(what).has(what);
  const seen = (): void => void (first("shown") && report("shown"));
  const done: Deeds["done"] = (st, a) => {
    if (!first("end")) return;
    later(0, signal, close); // After the click: a link must still be in the page when the browser follows it.
    seen();
    report(st, a);
  };
  const note = (a: string): void => void (first("note") && report("clicked", a));
  return { seen, done, note, signal };
};

/** @returns a way to give the focus back to where it was before it came into `tag`. */
const rememberFocus = (tag: HTMLElement, signal: AbortSignal): (() => void) => {
  let before: EventTarget | null;
  listen<FocusEvent>(tag, "focusin", signal, ({ relatedTarget }) => {
    before = relatedTarget;
  });
  return () => before instanceof HTMLElement && before.focus({ preventScroll: true });
};

/**
 * Themes the card and puts it where it belongs, still invisible, with its words in it so that its size is true.
 *
 * @returns moves it to a free spot; false when there is none at the moment.
 */
const place = (tag: HTMLElement, card: Card, slots: readonly string[], owner: PromptHost["theme"]): (() => boolean) => {
  float(tag);
  const { vars, button } = readTheme(card.root, owner);
  card.root.removeAttribute("style");
  for (const [name, value] of Object.entries(vars)) card.root.style.setProperty(`--${name}`, value);
  card.live.append(...card.said);
  const inline = settleInSlot(tag, slots);
  card.live.replaceChildren();
  if (!inline) tag.showPopover?.();
  return () => inline || standFree(tag, button);
};

/** Lets the card rise once the live region is known and a spot is free, and keeps it clear of what comes later. */
const appear = (tag: HTMLElement, { root, main, live, said }: Card, stand: () => boolean, deeds: Telling): void => {
  const rise = (): void => {
    if (live.firstChild) {
      stand();
      return;
    }
    live.append(...said);
    if (!stand()) {
      live.replaceChildren();
      return;
    }
    tag.setAttribute("on", "");
    if (main.scrollHeight > main.clientHeight) main.tabIndex = 0; // Not every browser lets the keyboard scroll it.
    onSeen(root, deeds.signal, deeds.seen);
  };
  later(LIVE_MS, deeds.signal, rise);
  onChange(tag, deeds.signal, rise);
};
