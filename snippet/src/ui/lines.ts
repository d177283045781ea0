/** The left cart as a list: pictures, names, prices, what changed and what is gone; fetched where there is one. */

import type { PromptData, PromptLine } from "../prompt";
import type { Deeds } from "./actions";
import { type Child, listen, node, safeUrl } from "./node";
import type { Words } from "./words";
import { writer } from "./writer";

/** So many cart lines are drawn; the others are counted. */
const MOST_LINES = 3;

/** The left cart: up to three lines, how many more, and a total when there is more than one thing to add up. */
export const draw = (d: PromptData, words: Words, deeds: Deeds): readonly Child[] => {
  const all = d.lines ?? [];
  if (!all.length) return [];
  const written: Written = {
    words,
    deeds,
    money: d.currency ? writer(d.locale, d.currency) : () => "",
    count: (n) => writer(d.locale)(n), // Made late: making one is slow, and most carts need none.
    pictured: all.some(({ image }) => safeUrl(image)),
  };
  const list = node("ul", "", ...all.slice(0, MOST_LINES).map((line) => cartLine(line, written)));
  list.setAttribute("role", "list"); // Safari takes the role away with the bullets.
  const rest = all.length - MOST_LINES;
  const total = all.length > 1 && written.money(sum(all));
  return [
    list,
    rest > 0 && node("p", "soft", (words.rest ?? "and {n} more").replace("{n}", written.count(rest))),
    total && node("p", "total", node("span", "", words.total ?? "Total"), node("span", "", total)),
  ];
};

/** How this prompt writes; `pictured`: whether any line has a picture, so that none leaves a hole if none has. */
interface Written {
  readonly words: Words;
  readonly deeds: Deeds;
  readonly money: ReturnType<typeof writer>;
  readonly count: ReturnType<typeof writer>;
  readonly pictured: boolean;
}

const cartLine = (line: PromptLine, { words, deeds, money, count, pictured }: Written): Child => {
  const now = money(line.price);
  const was = money(line.was);
  const changed = !line.gone && was && now && was !== now;
  return node(
    "li",
    line.gone ? "gone" : "",
    pictured && picture(safeUrl(line.image)),
    node("span", "name", named(line, deeds), line.qty > 1 && node("span", "soft", ` × ${count(line.qty)}`)),
    node(
      "span",
      "cost",
      changed && node("del", "", was),
      node("span", changed ? "new" : "", line.gone ? words.gone ?? "Sold out" : now),
    ),
  );
};

/** The name, leading to its page where that is known. */
const named = ({ name, url }: PromptLine, { done, signal }: Deeds): Child => {
  const href = safeUrl(url);
  if (!href) return name;
  const made = node("a", "", name);
  made.href = href;
  listen(made, "click", signal, () => done("clicked", "line"));
  return made;
};

/** A square that keeps its size before, while and without loading. */
const picture = (url: string | undefined): HTMLElement => {
  if (!url) return node("span", "pic");
  const img = node("img");
  img.alt = ""; // The name stands beside it.
  img.src = url;
  img.onerror = () => img.remove();
  return node("span", "pic", img);
};

/** What all that can still be bought costs; undefined when any price is unknown or nothing is left. */
const sum = (lines: readonly PromptLine[]): number | undefined =>
  lines.reduce((all, line) => all + (line.gone ? 0 : Number(line.price) * line.qty), 0) || undefined;

export const SHEET = `
ul{display:grid;gap:8px;list-style:none}
li{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.pic{width:56px;height:56px;background:#8882;border-radius:min(var(--round),8px);overflow:hidden}
img{display:block;width:100%;height:100%;object-fit:cover}
.name{flex:1 1 7em}
.name a{padding-block:14px;color:inherit}
.cost{margin-inline-start:auto;text-align:end}
.cost>*{display:block}
.new{color:var(--changed)}
.gone{color:var(--muted)}
.gone img{opacity:.4}
.total{display:flex;justify-content:space-between;gap:16px;padding-block-start:8px;border-block-start:1px solid #8884}
@media(forced-colors:active){.gone{color:GrayText}}`;
