/** What a prompt shows of the shopper's own: the left cart, the goal, a code; fetched for prompts that carry any. */

import type { PromptData } from "../prompt";
import type { Deeds } from "./actions";
import { codeLine, deadline } from "./code";
import { goalLine } from "./goal";
import { cartLines } from "./lines";
import type { Child } from "./node";
import type { Words } from "./words";

export const list = (d: PromptData, words: Words, deeds: Deeds): readonly Child[] => [
  goalLine(d, words),
  ...cartLines(d, words, deeds),
  ...codeLine(d, words, deeds),
  deadline(d, words),
];

export const SHEET = `
ul{display:grid;gap:8px;list-style:none}
li{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.pic{width:56px;height:56px;background:var(--plate)}
img{width:100%;height:100%;object-fit:cover}
.pic,img{border-radius:min(var(--round),8px)}
.name{flex:1 1 7em}
.name a{display:inline-flex;align-items:center;min-height:44px;min-width:44px;color:inherit;text-decoration:underline 1px var(--edge);text-underline-offset:3px}
.cost{margin-inline-start:auto;text-align:end;font-variant-numeric:tabular-nums}
.cost>*{display:block}
.new{color:var(--changed);text-decoration:none}
.new::before{content:"\\25cf  "/"";font-size:.75em}
.gone{color:var(--muted)}
.gone img{opacity:.4}
.total{display:flex;justify-content:space-between;gap:16px;padding-block-start:8px;border-block-start:1px solid var(--hair)}
.steps{display:flex;gap:4px;margin-block-start:8px}
.steps span{flex:1;border-block-start:4px solid var(--hair);border-radius:2px}
.steps .done{border-color:var(--accent-edge)}
.code{display:flex;align-items:center;border:1px dashed var(--edge);border-radius:min(var(--round),16px);padding-inline-start:16px}
code{flex:1;user-select:all;font-family:monospace;letter-spacing:.05em}
.code button{padding:0 16px;font-weight:600;text-decoration:underline 1px;text-underline-offset:3px}`;
