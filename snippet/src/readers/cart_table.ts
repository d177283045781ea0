/** A cart as a page shows it: rows with a quantity and a price, for shops that tell it in no other way. */

import type { Fields } from "../wire";
import { lineOf, named } from "./cart_line";
import { hereOf } from "./here";
import { seen } from "./landmarks";
import { monies } from "./money";
import { regionOf } from "./region";
import type { Hints } from "./signs";
import { slices } from "./slices";

export interface SeenCart {
  readonly lines: readonly Fields[];
  readonly currency: string | undefined;
}

const QUANTITY =
  'input[type=number],input[name*="qty" i],input[name*="quant" i],input[id*="qty" i],input[class*="qty" i],select[name*="qty" i],select[name*="quant" i],select[class*="qty" i],[data-qty],[data-quantity],[class*="quantity" i],[class*="qty" i]';
const EMPTY = /\b(is|are) (currently )?empty|no items|nothing in|ist leer|sind keine|est vide|est[áa] vac|è vuot|is leeg|är tom|er tom|on tyhjä|jest pust|je prázdn|boş|пуста|空/i;
const MOST = 50;

/** How many: of fields only numbers are read. */
const quantity = (control: Element): number | undefined => {
  const said =
    control instanceof HTMLInputElement
      ? control.type === "number"
        ? String(control.valueAsNumber)
        : control.getAttribute("value")
      : control instanceof HTMLSelectElement
        ? control.selectedOptions[0]?.textContent
        : (control.getAttribute("data-qty") ?? control.getAttribute("data-quantity") ?? control.textContent);
  const found = /^\D{0,12}?(\d{1,4})\D{0,4}$/.exec((said ?? "").trim())?.[1];
  return found === undefined ? undefined : Number(found);
};

/** The smallest element around a quantity that also holds a name and an amount. */
const rowOf = (control: Element, hints: Hints): Element | undefined => {
  for (let at = control.parentElement; at && at.tagName !== "BODY" && at.tagName !== "FORM"; at = at.parentElement) {
    if ((named(at) ?? at.querySelector("img[alt]")) && monies(at.textContent ?? "", hints).some((money) => money.named)) return at;
  }
  return undefined;
};

/**
 * The cart on this page; undefined where none can be made out, a list without lines where it says it is empty.
 *
 * @param currency - the site's own, where the owner named one.
 */
export const readCartTable = async (page: Document, currency: string | undefined): Promise<SeenCart | undefined> => {
  const pause = slices();
  const hints = { currency, region: regionOf(hereOf(page).addresses, page.documentElement.lang) };
  const rows = new Map<Element, number>();
  await pause();
  for (const control of page.querySelectorAll(QUANTITY)) {
    await pause();
    const qty = quantity(control);
    const row = qty !== undefined && seen(control) && !control.closest("header,nav,footer,aside") ? rowOf(control, hints) : undefined;
    if (row && !rows.has(row) && ![...rows.keys()].some((other) => other.contains(row) || row.contains(other))) rows.set(row, qty ?? 1);
  }
  const above = (row: Element): readonly Element[] => {
    const found: Element[] = [];
    for (let at = row.parentElement; at && found.length < 3 && ![...rows.keys()].some((one) => one !== row && at?.contains(one)); at = at.parentElement) found.push(at);
    return found;
  };
  const lines: NonNullable<ReturnType<typeof lineOf>>[] = [];
  for (const [row, qty] of [...rows].slice(0, MOST)) {
    await pause();
    const line = qty ? lineOf(row, above(row), qty, hints) : undefined;
    if (line) lines.push(line);
  }
  if (lines.length) return { lines, currency: lines.find(({ currency }) => currency)?.currency ?? hints.currency };
  const words = page.body.innerText;
  // An empty cart has no price; what else stands on the page says what money it would be in.
  const money = hints.currency ?? monies(words.slice(0, 20_000), hints).find(({ named }) => named)?.currency;
  return EMPTY.test((page.querySelector("main") ?? page.body).innerText) ? { lines, currency: money } : undefined;
};
