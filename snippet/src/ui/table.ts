/** A comparison, as the owner writes it: a line for each row, bars between the cells, the first row for the heads; fetched where there is one. */

import { node } from "./node";

/** Two or three things beside what is compared; more do not fit on a phone. */
const MOST_CELLS = 4;

/** @returns undefined for a text that is no table: then it is read as it stands. */
export const draw = (text: string, title: string | undefined): HTMLElement | undefined => {
  const [head, ...rows] = text.split("\n").filter(Boolean).map((line) => line.split("|").map((cell) => cell.trim()));
  if (!head || !rows.length || [head, ...rows].some(({ length }) => length < 2 || length !== head.length)) return undefined;
  const cells = (row: readonly string[], first: "th" | "td", rest: "th" | "td"): HTMLElement =>
    node("tr", "", ...row.slice(0, MOST_CELLS).map((cell, i) => headed(i ? rest : first, i ? "col" : "row", cell)));
  const body = [...rows].sort((a, b) => Number(alike(a)) - Number(alike(b)));
  return node(
    "table",
    "",
    title && node("caption", "", title),
    node("thead", "", cells(head, head[0] ? "th" : "td", "th")),
    node("tbody", "", ...body.map((row) => cells(row, "th", "td"))),
  );
};

const headed = (tag: "th" | "td", scope: "col" | "row", cell: string): HTMLElement => {
  const made = node(tag, "", cell);
  if (tag === "th") made.setAttribute("scope", scope);
  return made;
};

/** Whether a row says the same of everything compared: rows that differ come first. */
const alike = ([, ...cells]: readonly string[]): boolean => cells.every((cell) => cell === cells[0]);

export const SHEET = `
table{width:100%;border-collapse:collapse;font-size:.875em}
caption{text-align:start;font-weight:600;padding-block-end:4px}
th,td{padding-block:6px;padding-inline:0 12px;border-block-end:1px solid #8884;text-align:start;vertical-align:top}
th{font-weight:600}
table+.soft{padding-block-start:4px}
tbody th{font-weight:400;color:var(--muted)}`;
