/** What kind of page this is, from what it says, what its data layer tells and what its address is called. Pure. */

import { trim } from "../lib/trim";

/** Everything the kind is judged by. */
export interface PageClues {
  /** The address's path. */
  readonly path: string;
  readonly title: string;
  /** JSON-LD or the data layer name one product. */
  readonly product: boolean;
  /** Several products side by side. */
  readonly many: boolean;
  /** Names of data layer events so far. */
  readonly told: ReadonlySet<string>;
}

/** Words in addresses, unaccented, of shops in English, German, French, Spanish, Italian, Dutch, Polish, Portuguese. */
const word = (words: string): RegExp => new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`);
const THANKS = word("thanks?(-?you)?|danke|merci|gracias|grazie|obrigad[oa]|bedankt|order-?(received|confirm(ed|ation))");
const CHECKOUT = word("checkouts?|kasse|kassa|caisse|afrekenen|commande|finalizar|zamowienie");
const CART = word("cart|basket|bag|warenkorb|panier|carrito|cesta|carrello|winkelwagen|winkelmand|koszyk|carrinho");
const SEARCH = word("search|suche|recherche|buscar|busqueda|ricerca|zoeken|szukaj|busca");
const INFO = word("faqs?|help|hilfe|aide|ayuda|contact|kontakt|about");
const TOPICS: readonly (readonly [string, RegExp])[] = [
  ["returns", word("returns?|refunds?|ruckgabe|widerruf|retours?|retouren|devolucion(es)?|resi|reso|zwroty|devolucoes")],
  ["shipping", word("shipping|delivery|versand|lieferung|livraison|envios?|spedizion[ie]|verzending|bezorging|dostawa|entregas?")],
  ["size", word("siz(e|es|ing)(-?(guide|chart))?|grossen(tabelle)?|tailles?|tallas?|tagli[ae]|maattabel|rozmiary?|tamanhos?")],
  ["payment", word("payments?|zahlung(en|sarten)?|paiements?|pagos?|pagament[oi]|betalen|betaling|platnosci")],
];

const simple = (words: string): string =>
  words.toLowerCase().replaceAll("ß", "ss").replaceAll("ł", "l").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/**
 * `kind`, for information pages `topic`, and how `sure` we are: 1 when the page's own data says so, else less.
 */
export const pageKind = ({ path, title, product, many, told }: PageClues): Readonly<Record<string, unknown>> => {
  const says = (...names: readonly string[]): boolean => names.some((name) => told.has(name));
  const address = simple(path);
  const sure = (kind: string, of: number): Readonly<Record<string, unknown>> => ({ kind, sure: of });
  if (says("purchase")) return sure("thanks", 1);
  if (product && !says("begin_checkout", "view_cart")) return sure("product", 1);
  if (says("add_shipping_info", "add_payment_info", "begin_checkout")) return sure("checkout", 0.9);
  if (says("view_cart")) return sure("cart", 1);
  if (says("view_search_results")) return sure("search", 1);
  if (says("view_item_list") || many) return sure("list", 0.9);
  if (THANKS.test(address)) return sure("thanks", 0.6);
  const topic = TOPICS.find(([, words]) => words.test(address)) ?? TOPICS.find(([, words]) => words.test(simple(title)));
  if (CHECKOUT.test(address)) return sure("checkout", 0.7);
  if (CART.test(address)) return sure("cart", 0.7);
  if (SEARCH.test(address)) return sure("search", 0.7);
  if (topic || INFO.test(address)) return trim({ ...sure("info", 0.7), topic: topic?.[0] ?? "other" });
  return sure("other", 0.5);
};
