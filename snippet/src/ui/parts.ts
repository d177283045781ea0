/** What a prompt shows besides its words: cart lines, the goal left behind, and the owner's passages. */

import type { PromptBlock, PromptData, PromptLine } from "../prompt";
import { node, safeUrl } from "./node";
import { money, numeral, type Words } from "./words";

/** So many cart lines are drawn; the others are counted. */
const MOST_LINES = 3;
const MOST_BLOCKS = 6;

/** The left cart: up to three lines, how many more, and a total when there is more than one thing to add up. */
export const cartLines = (d: PromptData, words: Words, here: string): readonly HTMLElement[] => {
  const all = d.lines ?? [];
  if (!all.length) return [];
  const pictured = all.some((line) => safeUrl(line.image, here));
  const list = node("ul", "", ...all.slice(0, MOST_LINES).map((line) => cartLine(line, d, words, pictured && here)));
  list.setAttribute("role", "list"); // Safari takes the role away with the bullets.
  const rest = all.length - MOST_LINES;
  const total = all.length > 1 ? cartTotal(all, d) : "";
  return [
    list,
    ...(rest > 0 ? [node("p", "soft", words.rest.replace("{n}", numeral(rest, d.locale)))] : []),
    ...(total ? [node("div", "total", node("span", "", words.total), node("span", "", total))] : []),
  ];
};

/** @param here - the page's address; false when no line of this cart has a picture, so that none leaves a hole. */
const cartLine = (line: PromptLine, d: PromptData, words: Words, here: string | false): HTMLElement => {
  const now = money(line.price ?? "", d.locale, d.currency ?? "");
  const was = money(line.was ?? "", d.locale, d.currency ?? "");
  const changed = was && now && was !== now;
  const cost = line.gone
    ? node("span", "", words.gone)
    : changed && [node("del", "", was), node("ins", "new", now)];
  const qty = line.qty > 1 && node("span", "soft", ` × ${numeral(line.qty, d.locale)}`);
  return node(
    "li",
    line.gone ? "gone" : "",
    here && picture(safeUrl(line.image, here)),
    node("span", "name", line.name, qty),
    node("span", "cost", ...(Array.isArray(cost) ? cost : [cost || now])),
  );
};

/** A square that keeps its size before, while and without loading. */
const picture = (url: string | undefined): HTMLElement => {
  if (!url) return node("span", "pic");
  const img = node("img");
  img.alt = ""; // The name stands beside it.
  img.decoding = "async";
  img.src = url;
  img.addEventListener("error", () => img.remove(), { once: true });
  return node("span", "pic", img);
};

/** The sum of what can still be bought, or `""` when any price is unknown. */
const cartTotal = (lines: readonly PromptLine[], d: PromptData): string => {
  const buyable = lines.filter((line) => !line.gone);
  if (!buyable.length || buyable.some((line) => !line.price)) return "";
  const sum = buyable.reduce((so_far, line) => so_far + Number(line.price) * line.qty, 0);
  return money(sum, d.locale, d.currency ?? "");
};

/** Where the shopper was: "Guided walk · Step 2 of 3". A step that is no number speaks for itself. */
export const goalLine = (d: PromptData, words: Words): HTMLElement | undefined => {
  if (!d.goal) return undefined;
  const { name, step } = d.goal;
  const place = /^\d/.test(step) ? words.step.replace("{n}", step) : step;
  return node("p", "", node("strong", "", name), place && node("span", "soft", ` · ${place}`));
};

/** The owner's passages, or undefined when there is none. */
export const passages = (d: PromptData): HTMLElement | undefined =>
  d.blocks?.length ? node("div", "blocks", ...d.blocks.slice(0, MOST_BLOCKS).map(passage)) : undefined;

const passage = (block: PromptBlock): HTMLElement => {
  const source = block.source && node("p", "soft", block.source);
  switch (block.kind) {
    case "faq":
      return node(
        "details",
        "",
        node("summary", "", node("h3", "", block.title || block.text)),
        node("p", "text", block.text),
        source,
      );
    case "quote":
      return node("figure", "", node("blockquote", "text", node("q", "", unquoted(block.text))), caption(block));
    case "benefit":
      return node("div", "good", node("div", "", block.title && node("h3", "", block.title), block.text, source));
    default:
      return node("div", "", block.title && node("h3", "", block.title), node("p", "text", block.text), source);
  }
};

const caption = ({ title, source }: PromptBlock): HTMLElement =>
  node("figcaption", "soft", [title, source].filter(Boolean).join(" · "));

/** `text` without quotation marks around it: the browser sets those of the prompt's language. */
const unquoted = (text: string): string => text.trim().replace(/^["“„«»”]\s*|\s*["“”«»]$/g, "");
