/** Draws one prompt on the shop's page and tells what becomes of it; loaded when the first prompt comes. */

import type { Draw } from "../prompt";
import type { Deeds } from "./actions";
import { buildCard, type Card } from "./card";
import { listen, quietly } from "./node";
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
 * @throws when the browser cannot make style sheets or place the prompt; nothing is left in the page then.
 */
export const draw: Draw = (d, host) => {
  const stop = new AbortController();
  const tag = document.createElement("tarry-prompt");
  const root = tag.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet()];
  tag.lang = d.locale;
  tag.dir = d.dir === "rtl" ? "rtl" : "ltr";
  const comeBack = rememberFocus(tag, stop.signal);
  const close = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    if (root.activeElement) comeBack();
    tag.remove();
  };
  const deeds = tell(host.report, stop.signal, close);
  const card = buildCard(d, host.branding, wordsFor(d.locale), deeds);
  root.append(card.root);
  listen<KeyboardEvent>(card.root, "keydown", stop.signal, ({ key }) => key === "Escape" && deeds.done("dismissed"));
  listen(card.root, "click", stop.signal, () => requestAnimationFrame(() => reachable(card.main)));
  try {
    const stand = place(tag, card, d.format === "inline" ? host.slots : [], host.theme);
    appear(tag, card, stand, deeds);
  } catch (error) {
    close();
    throw error;
  }
  return { close };
};

const sheet = (): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(SHEET);
  return made;
};

interface Telling extends Deeds {
  readonly seen: () => void;
}

/** Turns what happens into reports, each at most once and `shown` first; an end takes the prompt away afterwards. */
const tell = (report: Parameters<Draw>[1]["report"], signal: AbortSignal, close: () => void): Telling => {
  let [told, ended] = [false, false];
  const seen = (): void => {
    if (!told) report("shown");
    told = true;
  };
  const done: Deeds["done"] = (st, a) => {
    if (ended) return;
    ended = true;
    setTimeout(() => quietly(close)); // After the click: a link must still be in the page when the browser follows it.
    seen();
    report(st, a);
  };
  return { seen, done, note: (a) => report("clicked", a), signal, here: location.href };
};

/** @returns a way to give the focus back to where it was before it came into `tag`. */
const rememberFocus = (tag: HTMLElement, signal: AbortSignal): (() => void) => {
  let before: HTMLElement | undefined;
  listen<FocusEvent>(tag, "focusin", signal, ({ relatedTarget }) => {
    before = relatedTarget instanceof HTMLElement ? relatedTarget : undefined;
  });
  return () => before?.isConnected && before.focus({ preventScroll: true });
};

/**
 * Themes the card and puts it where it belongs, still invisible, with its words in it so that its size is true.
 *
 * @returns moves it to a free spot; false when there is none at the moment.
 */
const place = (tag: HTMLElement, card: Card, slots: readonly string[], owner: Readonly<Record<string, string>>) => {
  float(tag, card.root);
  const { vars, button } = readTheme(card.root, owner);
  card.root.removeAttribute("style");
  for (const [name, value] of Object.entries(vars)) card.root.style.setProperty(`--${name}`, value);
  card.live.append(...card.said);
  const inline = slots.length > 0 && settleInSlot(tag, card.root, slots);
  card.live.replaceChildren();
  if (!inline) tag.showPopover?.();
  return (): boolean => inline || measured(card, () => standFree(tag, button));
};

/** Runs `work` with the words in the card, as they will be, without the live region keeping them. */
const measured = (card: Card, work: () => boolean): boolean => {
  const silent = !card.live.firstChild;
  if (silent) card.live.append(...card.said);
  const done = work();
  if (silent) card.live.replaceChildren();
  return done;
};

/** Lets the card rise once the live region is known and a spot is free, and keeps it clear of what comes later. */
const appear = (tag: HTMLElement, card: Card, stand: () => boolean, { seen, signal }: Telling): void => {
  const rise = (): void => {
    if (!stand() || card.live.firstChild) return;
    card.live.append(...card.said);
    card.root.classList.add("on");
    reachable(card.main);
    onSeen(card.root, signal, seen);
  };
  const timer = setTimeout(() => quietly(rise), LIVE_MS);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  onChange(tag, signal, () => quietly(rise));
};

/** A part that scrolls must be reachable by keyboard; not every browser sees to that itself. */
const reachable = (main: HTMLElement): void => {
  if (main.scrollHeight > main.clientHeight) main.tabIndex = 0;
  else main.removeAttribute("tabindex");
};
