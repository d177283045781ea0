/** One row of a cart as a page shows it. */

import type { Fields } from "../wire";
import { skuOf } from "./address";
import { monies } from "./money";
import type { Hints } from "./signs";

const REMOVE = /remove|delete|entfernen|löschen|supprimer|eliminar|rimuovi|edit|save for|usu[nń]|odstran|удалить|^[x×✕]$/i;
const IDS = ["data-sku", "data-product-sku", "data-product_sku", "data-variant-id", "data-product-id", "data-product_id", "data-item-id", "data-id"];

/** What a row calls its product. */
export const named = (row: Element): Element | undefined =>
  [...row.querySelectorAll("a[href],h2,h3,h4,[class*=name i],[class*=title i]")].find((one) => {
    const words = (one.textContent ?? "").trim();
    return words.length > 2 && !REMOVE.test(words) && !/^[\d\s.,]*$/.test(words) && !monies(words).some((money) => money.named);
  });

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

/** What a row says of its product. @param above - what holds this row and no other. */
export const lineOf = (row: Element, above: readonly Element[], qty: number, hints: Hints): (Fields & { readonly currency: string | undefined }) | undefined => {
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
  return { sku: marked ?? labelled ?? (url && skuOf(new URL(url, location.href).pathname)) ?? name, name, qty, price: Math.round(price * 1e4) / 1e4, url, image: row.querySelector("img")?.getAttribute("src") ?? undefined, currency: unit.currency };
};
