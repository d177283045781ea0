/** What a prompt shows besides its words: cart lines, the goal left behind, and the owner's passages. */

import type { PromptBlock, PromptData, PromptLine } from "../prompt";
import { type Child, node, safeUrl } from "./node";
import { type Words, writer } from "./words";

/** So many cart lines are drawn; the others are counted. */
const MOST_LINES = 3;
const MOST_BLOCKS = 6;

/** The left cart: up to three lines, how many more, and a total when there is more than one thing to add up. */
export const cartLines = (d: PromptData, words: Words): readonly Child[] => {
  const all = d.lines ?? [];
  if (!all.length) return [];
  const written: Written = {
    words,
    money: d.currency ? writer(d.locale, d.currency) : () => "",
    count: writer(d.locale),
    pictured: all.some(({ image }) => safeUrl(image)),
  };
  const list = node("ul", "", ...all.slice(0, MOST_LINES).map((line) => cartLine(line, written)));
  list.setAttribute("role", "list"); // Safari takes the role away with the bullets.
  const rest = all.length - MOST_LINES;
  const total = all.length > 1 && written.money(sum(all));
  return [
    list,
    rest > 0 && node("p", "soft", words.rest.replace("{n}", written.count(rest))),
    total && node("p", "total", node("span", "", words.total), node("span", "", total)),
  ];
};

/** How this prompt writes; `pictured`: whether any line has a picture, so that none leaves a hole if none has. */
interface Written {
  readonly words: Words;
  readonly money: ReturnType<typeof writer>;
  readonly count: ReturnType<typeof writer>;
  readonly pictured: boolean;
}

const cartLine = (line: PromptLine, { words, money, count, pictured }: Written): Child => {
  const now = money(line.price);
  const was = money(line.was);
  const changed = !line.gone && was && now && was !== now;
  return node(
    "li",
    line.gone ? "gone" : "",
    pictured && picture(safeUrl(line.image)),
    node("span", "name", line.name, line.qty > 1 && node("span", "soft", ` × ${count(line.qty)}`)),
    node(
      "span",
      "cost",
      changed && node("del", "", was),
      node("span", changed ? "new" : "", line.gone ? words.gone : now),
    ),
  );
};

/** A square that keeps its size before, while and without loading. */
const picture = (url: string | undefined): HTMLElement => {
  if (!url) return node("span", "pic");
  const img = node("img");
  img.alt = ""; // The name stands beside it.
  img.src = url;
  img.addEventListener("error", () => img.remove(), { once: true });
  return node("span", "pic", img);
};

/** What all that can still be bought costs; undefined when any price is unknown or nothing is left. */
const sum = (lines: readonly PromptLine[]): number | undefined =>
  lines.reduce((all, line) => all + (line.gone ? 0 : Number(line.price ?? Number.NaN) * line.qty), 0) || undefined;

/** Where the shopper was: "Guided walk · Step 2 of 3". A step that is no number speaks for itself. */
export const goalLine = (d: PromptData, words: Words): HTMLElement | undefined => {
  if (!d.goal) return undefined;
  const { name, step } = d.goal;
  const place = /^\d/.test(step) ? words.step.replace("{n}", step) : step;
  return node("p", "", node("b", "", name), place && node("span", "soft", ` · ${place}`));
};

/** The owner's passages, or undefined when there is none. */
export const passages = (d: PromptData): HTMLElement | undefined =>
  d.blocks?.length ? node("div", "blocks", ...d.blocks.slice(0, MOST_BLOCKS).map(passage)) : undefined;

const passage = ({ kind, title, text, source }: PromptBlock): HTMLElement => {
  const head = title && node("h3", "", title);
  const from = source && node("p", "soft", source);
  if (kind === "faq") return node("details", "", node("summary", "", head || text), node("p", "text", text), from);
  if (kind === "benefit") return node("div", "good", node("div", "", head, node("p", "text", text), from));
  if (kind !== "quote") return node("div", "", head, node("p", "text", text), from);
  const by = node("figcaption", "soft", [title, source].filter(Boolean).join(" · "));
  return node("figure", "", node("blockquote", "text", node("q", "", unquoted(text))), by);
};

/** `text` without quotation marks around it: the browser sets those of the prompt's language. */
const unquoted = (text: string): string => text.trim().replace(/^["“„«»”]\s*|\s*["“”«»]$/g, "");
