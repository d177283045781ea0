/** The owner's own passages: answers, voices and benefits; fetched where there are any. */

import type { PromptBlock, PromptData } from "../prompt";
import { type Child, node } from "./node";
import type { draw as drawTable } from "./table";

const MOST_BLOCKS = 6;

type Table = typeof drawTable;

/** @param table - what draws comparisons, fetched where there is one. */
export const draw = ({ blocks = [] }: PromptData, table?: Table): HTMLElement =>
  node("div", "blocks", ...blocks.slice(0, MOST_BLOCKS).map((block) => passage(block, table)));

const passage = ({ kind, title, text, source }: PromptBlock, table: Table | undefined): HTMLElement => {
  const head = title && node("h3", "", title);
  const from = source && node("p", "soft", source);
  if (kind === "faq") return node("details", "", node("summary", "", head || text), node("p", "text", text), from);
  if (kind === "benefit") return node("div", "", ...benefits(text, head, from));
  const compared = kind === "compare" && table?.(text, title);
  if (compared) return node("div", "", compared, from);
  if (kind !== "quote") return node("div", "", head, node("p", "text", text), from);
  const by = node("figcaption", "soft", [title, source].filter(Boolean).join(" · "));
  return node("figure", "", node("blockquote", "text", node("q", "", unquoted(text))), by);
};

/** One benefit with its title, or a short list of them: a line each. */
const benefits = (text: string, head: Child, from: Child): readonly Child[] => {
  const lines = text.split("\n").filter(Boolean);
  if (lines.length < 2) return [node("div", "good", node("div", "", head, node("p", "", text), from))];
  const all = node("ul", "", ...lines.map((line) => node("li", "good", line)));
  all.setAttribute("role", "list"); // Safari takes the role away with the bullets.
  return [head, all, from];
};

/** `text` without quotation marks around it: the browser sets those of the prompt's language. */
const unquoted = (text: string): string => text.trim().replace(/^["“„«»”]\s*|\s*["“”«»]$/g, "");

export const SHEET = `
.blocks{display:grid;gap:12px}
.blocks ul{display:grid;gap:4px;list-style:none}
h3{margin-block-end:2px}
details{border-block:1px solid #8884}
details+details{margin-block-start:-13px}
summary{display:flex;align-items:center;justify-content:space-between;gap:12px;min-height:44px;padding-block:8px;cursor:pointer}
summary h3{margin:0}
summary::after{content:"+"/"";font-size:1.25em}
[open]>summary::after{content:"\\2212"/""}
details p:last-child{padding-block-end:12px}
figure{padding-inline-start:12px;border-inline-start:3px solid var(--accent-edge)}
figcaption{margin-block-start:4px}
.text{white-space:pre-line}
.good{display:flex;gap:8px}
.good::before{content:"\\2713"/"";color:var(--accent-edge);font-weight:600}`;
