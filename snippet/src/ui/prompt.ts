/** Draws one prompt on the shop's page and tells what becomes of it; loaded when the first prompt comes. */

import type { PromptData, PromptHost, Ready, Shown } from "../prompt";
import type { Deeds } from "./actions";
import { buildCard, type Card, type Contents } from "./card";
import { type Find, type Form, type Scene, type Settle, settle } from "./form";
import { delayed, node } from "./node";
import { restUntil } from "./pace";
import { onSeen } from "./seen";
import { SHEET } from "./sheet";
import { float } from "./stand";
import { dress } from "./theme";
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
    blocks[0] && import("./passages"),
    blocks.some(({ kind }) => kind === "compare") ? import("./table") : undefined,
    d.actions.some((action) => action.do === "refill") ? import("./refill") : undefined,
    d.goal && import("./goal"),
    d.lines?.[0] && import("./lines"),
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
  let comeBack: (() => void) | undefined;
  const close = (): void => {
    stop.abort();
    root.querySelector("dialog")?.close();
    if (root.activeElement) comeBack?.();
    tag.remove();
  };
  const deeds = tell(host.report, signal, close);
  const card = buildCard(d, host, words, deeds, fill(deeds));
  come(tag, root, card, settle, { d, host, words, deeds, rest: restUntil(signal) }, deeds.seen).then(
    (found) => (comeBack = found),
    () => undefined,
  );
  return { close, risen: () => tag.hasAttribute("on") };
};

/**
 * Brings the card into the page, a step a task: dressed, laid out, placed, and only then seen.
 *
 * @returns a way to give the focus back to where it came from, if that is ours to do.
 */
const come = async (
  tag: HTMLElement,
  root: ShadowRoot,
  card: Card,
  settle: Settle,
  given: Omit<Scene, "button">,
  seen: () => void,
): Promise<(() => void) | undefined> => {
  const { d, host, rest } = given;
  await rest();
  const probe = node("i");
  root.append(probe);
  float(tag);
  const button = await dress(tag, probe, host.theme, rest);
  probe.remove();
  await rest();
  // Its words stand beside the live region first: its size is true, and nobody waits for a screen reader to see them.
  card.live.before(node("div", "", ...card.said));
  root.append(card.root);
  const scene = { ...given, button };
  const find = settle(tag, card, scene);
  await appear(tag, card, scene, find, seen);
  // The browser looks after the focus of a dialog by itself.
  return d.format === "modal" ? undefined : (await import("./stay")).stay(tag, find, scene);
};

interface Telling extends Deeds {
  readonly seen: () => void;
}

/** Turns what happens into reports, each at most once and `shown` first; an end takes the prompt away afterwards. */
const tell = (report: PromptHost["report"], signal: AbortSignal, close: () => void): Telling => {
  const told = new Set<string>();
  const first = (what: string): boolean => told.size < told.add(what).size;
  const seen = (): void => void (first("shown") && report("shown"));
  const done: Deeds["done"] = (st, a) => {
    if (!first("end")) return;
    delayed(0, signal, close); // After the click: a link must still be in the page when the browser follows it.
    seen();
    report(st, a);
  };
  const note = (a: string): void => void (first("note") && report("clicked", a));
  return { seen, done, note, signal };
};

/** Lets the card rise once the moment is good and a spot is free; its words are read out once the live region is known. */
const appear = async (
  tag: HTMLElement,
  { root, main, live, said }: Card,
  { host, deeds, rest }: Scene,
  find: Find,
  seen: () => void,
): Promise<void> => {
  let move: Awaited<ReturnType<Find>>;
  for (let wait_ms = 0; !move || host.objection(); wait_ms = LOOK_MS) {
    await rest(wait_ms);
    move = host.objection() ? undefined : await find();
  }
  // Where the window is low or the letters large, the controls scroll with the words, or little of these was seen.
  const { clientHeight } = main;
  if (main.scrollHeight > clientHeight + 1) {
    const low = root.classList.toggle("low", clientHeight < root.clientHeight / 2);
    (low ? root : main).tabIndex = 0; // Not every browser lets the keyboard scroll it.
  }
  move();
  tag.setAttribute("on", "");
  onSeen(tag.shadowRoot as ShadowRoot, deeds.signal, seen);
  await rest(LIVE_MS);
  live.previousSibling?.remove();
  live.append(...said);
};
