/** A cart as a page shows it: rows with a quantity and a price, for shops that tell it in no other way. */

import type { Fields } from "../wire";
import { hereOf } from "./here";
import { seen } from "./landmarks";
import { monies } from "./money";
import { regionOf } from "./region";
import type { Hints } from "./signs";

export interface SeenCart {
  readonly lines: readonly Fields[];
  readonly currency: string | undefined;
}

const QUANTITY =
  'input[type=number],input[name*="qty" i],input[name*="quant" i],input[id*="qty" i],input[class*="qty" i],select[name*="qty" i],select[name*="quant" i],select[class*="qty" i],[data-qty],[data-quantity],[class*="quantity" i],[class*="qty" i]';
const EMPTY = /\b(is|are) (currently )?empty|no items|nothing in|ist leer|sind keine|est vide|est[áa] vac|è vuot|is leeg|är tom|er tom|on tyhjä|jest pust|je prázdn|boş|пуста|空/i;
const REMOVE = /remove|delete|entfernen|löschen|supprimer|eliminar|rimuovi|edit|save for|usu[nń]|odstran|удалить|^[x×✕]$/i;
const IDS = ["data-sku", "data-product-sku", "data-product_sku", "data-variant-id", "data-product-id", "data-product_id", "data-item-id", "data-id"];
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

/** What a row calls its product. */
const named = (row: Element): Element | undefined =>
  [...row.querySelectorAll("a[href],h2,h3,h4,[class*=name i],[class*=title i]")].find((one) => {
    const words = (one.textContent ?? "").trim();
    return words.length > 2 && !REMOVE.test(words) && !/^[\d\s.,]*$/.test(words) && !monies(words).some((money) => money.named);
  });

/** The smallest element around a quantity that also holds a name and an amount. */
const rowOf = (control: Element, hints: Hints): Element | undefined => {
  for (let at = control.parentElement; at && at.tagName !== "BODY" && at.tagName !== "FORM"; at = at.parentElement) {
    if ((named(at) ?? at.querySelector("img[alt]")) && monies(at.textContent ?? "", hints).some((money) => money.named)) return at;
  }
  return undefined;
};

/** Amounts of a row that are not struck through, element by element, in order. */
const amounts = (row: Element, hints: Hints): readonly { readonly amount: number; readonly currency: string | undefined; readonly total: boolean }[] =>
  [...row.querySelectorAll("*")]
    .filter((one) => !one.closest("s,del,strike,select,option,script,style") && (one.textContent ?? "").length < 40)
    .filter((one) => ![...one.children].some((child) => monies(child.textContent ?? "", hints).some((money) => money.named)))
    .flatMap((one) => {
      const [first] = monies(one.textContent ?? "", hints).filter((money) => money.named);
      const around = `${one.getAttribute("class") ?? ""} ${one.parentElement?.getAttribute("class") ?? ""} ${one.closest("td")?.getAttribute("data-title") ?? ""}`;
      return first ? [{ amount: Number(first.amount), currency: first.currency, total: /total|summe|gesamt|totale|somme/i.test(around) }] : [];
    });

/** @param above - what holds this row and no other. */
const line = (row: Element, above: readonly Element[], qty: number, hints: Hints): (Fields & { readonly currency: string | undefined }) | undefined => {
  const found = amounts(row, hints);
  const whole = found.find(({ amount }) => found.some((other) => other.amount !== amount && Math.abs(other.amount * qty - amount) < 0.011));
  const unit = found.find((one) => one !== whole && !one.total) ?? found[0];
  const title = named(row);
  const link = title?.closest("a") ?? title?.querySelector("a") ?? row.querySelector("a[href]");
  const url = link?.getAttribute("href")?.replace(/[?#].*/, "") || undefined;
  const marked = [row, ...row.querySelectorAll("*"), ...above].map((one) => IDS.map((id) => one.getAttribute(id)).find(Boolean)).find(Boolean);
  const labelled = /\b(?:sku|art(?:ikel|\.)?[-\s]?(?:nr|no)\.?|item no\.?|ref\.?)\s*[:#]\s*([\w.-]{2,40})/i.exec(row.textContent ?? "")?.[1];
  const name = (title?.textContent ?? row.querySelector("img[alt]")?.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim();
  if (!unit || !name) return undefined;
  const price = unit.total && qty > 1 ? unit.amount / qty : unit.amount;
  return { sku: marked ?? labelled ?? url ?? name, name, qty, price: Math.round(price * 1e4) / 1e4, url, image: row.querySelector("img")?.getAttribute("src") ?? undefined, currency: unit.currency };
};

/**
 * The cart on this page; undefined where none can be made out, a list without lines where it says it is empty.
 *
 * @param currency - the site's own, where the owner named one.
 */
export const readCartTable = (page: Document, currency: string | undefined): SeenCart | undefined => {
  const hints = { currency, region: regionOf(hereOf(page).addresses, page.documentElement.lang) };
  const rows = new Map<Element, number>();
  for (const control of page.querySelectorAll(QUANTITY)) {
    const qty = quantity(control);
    const row = qty !== undefined && seen(control) && !control.closest("header,nav,footer,aside") ? rowOf(control, hints) : undefined;
    if (row && !rows.has(row) && ![...rows.keys()].some((other) => other.contains(row) || row.contains(other))) rows.set(row, qty ?? 1);
  }
  const above = (row: Element): readonly Element[] => {
    const found: Element[] = [];
    for (let at = row.parentElement; at && found.length < 3 && ![...rows.keys()].some((one) => one !== row && at?.contains(one)); at = at.parentElement) found.push(at);
    return found;
  };
  const lines = [...rows].slice(0, MOST).flatMap(([row, qty]) => (qty ? (line(row, above(row), qty, hints) ?? []) : []));
  if (lines.length) return { lines, currency: lines.find(({ currency }) => currency)?.currency ?? hints.currency };
  const words = page.body.innerText;
  // An empty cart has no price; what else stands on the page says what money it would be in.
  const money = hints.currency ?? monies(words.slice(0, 20_000), hints).find(({ named }) => named)?.currency;
  return EMPTY.test((page.querySelector("main") ?? page.body).innerText) ? { lines, currency: money } : undefined;
};
