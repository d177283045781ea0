/** The panel an owner sees: an element of its own over the page, text only, closed by Escape or its button. */

import type { Facts } from "./facts";
import { SHEET } from "./sheet";

/** Rows in the order they stand. */
export type Rows = readonly (readonly [name: string, value: string])[];

export interface Panel {
  readonly show: (rows: Rows, lines: Facts["lines"]) => void;
  readonly close: () => void;
}

const MOST_TEXT = 300;

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  made.append(...children.map((child) => (typeof child === "string" ? child.slice(0, MOST_TEXT) : child)));
  return made;
};

const clock = (at: number): HTMLTimeElement => {
  const when = new Date(at);
  const made = make("time", when.toLocaleTimeString("en-GB"));
  made.dateTime = when.toISOString();
  return made;
};

/** Opens the panel. @param closed - called once, when it is closed. */
export const openPanel = (closed: () => void): Panel => {
  const tag = document.createElement("tarry-debug");
  const root = tag.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  const body = make("dl");
  const latest = make("ol");
  const button = make("button", "Close");
  const section = make("section", make("header", make("h2", "What Tarry sees"), button), body, make("h3", "Latest first"), latest);
  button.type = "button";
  section.setAttribute("aria-label", "What Tarry sees");
  section.tabIndex = 0; // It scrolls, so that the keyboard must be able to get in.
  root.append(section);
  const ears = new AbortController();
  const close = (): void => {
    if (ears.signal.aborted) return;
    ears.abort();
    tag.remove();
    closed();
  };
  const { signal } = ears;
  button.addEventListener("click", close, { signal });
  addEventListener("keydown", (event) => event.key === "Escape" && close(), { signal, passive: true });
  tag.setAttribute("popover", "manual");
  document.documentElement.append(tag);
  tag.showPopover?.();
  return {
    close,
    show: (rows, lines) => {
      body.replaceChildren(...rows.flatMap(([name, value]) => [make("dt", name), make("dd", value)]));
      const told = lines.map(([at, words]) => make("li", clock(at), make("span", words)));
      latest.replaceChildren(...(told.length ? told : [make("li", "Nothing noticed yet.")]));
    },
  };
};
