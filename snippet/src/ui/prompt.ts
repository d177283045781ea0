/** Draws one prompt on the shop's page and tells what becomes of it; loaded when the first prompt comes. */

import type { PromptData, PromptHost, Ready, Shown } from "../prompt";
import type { Deeds } from "./actions";
import { buildCard, type Card, type Contents } from "./card";
import { type Form, type Settle, settle } from "./form";
import { later, listen } from "./node";
import { onSeen } from "./seen";
import { SHEET } from "./sheet";
import { float, onChange } from "./stand";
import { readTheme } from "./theme";
import { type Words, wordsFor } from "./words";

/** Screen readers must have met the empty live region before words are put into it; our own choice. */
const LIVE_MS = 60;
/** How often one that waits looks whether the moment and the place have come. */
const LOOK_MS = 500;

/** A format that is not known is a toast: it disturbs least. */
const formOf = (format: string): Form | Promise<Form> => {
  if (format === "inline") return import("./slot");
  if (format === "bar") return import("./bar");
  if (format === "modal") return import("./modal");
  return format === "card" || format === "tab" ? import("./tab") : { settle, SHEET: "" };
};

/** Fetches what this prompt takes besides this file, all at once, and returns what shows it. */
export const ready: Ready = async (d) => {
  const { blocks = [] } = d;
  const [words, form, passages, table, refill, ...parts] = await Promise.all([
    wordsFor(d.locale),
    formOf(d.format),
    blocks.length ? import("./passages") : undefined,
    blocks.some(({ kind }) => kind === "compare") ? import("./table") : undefined,
    d.actions.some((action) => action.do === "refill") ? import("./refill") : undefined,
    d.goal && import("./goal"),
    d.lines?.length ? import("./lines") : undefined,
    d.code ? import("./code") : undefined,
  ]);
  const sheets = [form, passages, table, ...parts].map((part) => part?.SHEET ?? "");
  const fill = (deeds: Deeds): Contents => ({
    parts: parts.flatMap((part) => part?.draw(d, words, deeds) ?? []),
    folded: passages?.draw(d, table?.draw),
    refill: refill?.refill(d, words, deeds),
  });
  return (d, host) => draw(d, host, words, form.settle, fill, SHEET + sheets.join(""));
};

/**
 * Shows `d`; it appears a moment later, as soon as the moment is good and there is a place where it covers nothing the
 * shop has pinned.
 */
const draw = (
  d: PromptData,
  host: PromptHost,
  words: Words,
  settle: Settle,
  fill: (deeds: Deeds) => Contents,
  css: string,
): Shown => {
  const stop = new AbortController();
  const { signal } = stop;
  const tag = document.createElement("tarry-prompt");
  const root = tag.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  tag.lang = d.locale;
  tag.dir = d.dir;
  const comeBack = rememberFocus(tag, signal);
  const close = (): void => {
    stop.abort();
    root.querySelector("dialog")?.close();
    if (root.activeElement) comeBack();
    tag.remove();
  };
  const deeds = tell(host.report, signal, close);
  const card = buildCard(d, host, words, deeds, fill(deeds));
  root.append(card.root);
  listen<KeyboardEvent>(tag, "keydown", signal, ({ key }) => key === "Escape" && deeds.done("dismissed"));
  // Reading the page is work of its own: a task apart keeps each short.
  later(0, signal, () => {
    float(tag);
    const { vars, button } = readTheme(card.root, host.theme);
    card.root.removeAttribute("style");
    for (const [name, value] of vars) tag.style.setProperty(`--${name}`, value);
    // With its words in it, still invisible, its size is true.
    card.live.append(...card.said);
    const stand = settle(tag, card, { d, host, words, deeds, button });
    card.live.replaceChildren();
    appear(tag, card, host, stand, deeds);
  });
  return { close, risen: () => tag.hasAttribute("on") };
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
  return () => (before as HTMLElement | null)?.focus?.({ preventScroll: true });
};

/**
 * Lets the card rise once the live region is known, the moment is good and a spot is free, and keeps it clear of what
 * comes later.
 */
const appear = (tag: HTMLElement, card: Card, host: PromptHost, stand: () => boolean, deeds: Telling): void => {
  const { main, live, said, root } = card;
  const look = (): void => {
    if (live.firstChild) return void stand();
    live.append(...said);
    if (host.objection() || !stand()) return live.replaceChildren();
    tag.setAttribute("on", "");
    if (main.scrollHeight > main.clientHeight + 1) main.tabIndex = 0; // Not every browser lets the keyboard scroll it.
    onSeen(root.getRootNode() as ShadowRoot, deeds.signal, deeds.seen);
  };
  const wait = (after_ms: number): unknown =>
    later(after_ms, deeds.signal, () => {
      look();
      if (!live.firstChild) wait(LOOK_MS);
    });
  wait(LIVE_MS);
  onChange(tag, deeds.signal, look);
};
