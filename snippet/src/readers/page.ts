/** What kind of page this is, from what it says, what its data layer tells and what its address is called. Pure. */

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

/** Beginnings of words in addresses, unaccented, in English, German, French, Spanish, Italian, Dutch and Polish. */
const word = (stems: string): RegExp => new RegExp(`(^|[^a-z])(${stems})`);
const THANKS = word("thank|danke|merci|gracias|grazie|bedankt|order-?(received|confirm)");
const CHECKOUT = word("checkout|kass[ea]|caisse|afrekenen|commande|finalizar|zamowienie");
const CART = word("(cart|basket|bag|warenkorb|panier|carrito|cesta|carrello|winkel(wagen|mand)|koszyk)\\b");
const SEARCH = word("search|suche|recherche|busca|ricerca|zoek|szukaj");
const INFO = word("faq|help|hilfe|aide|ayuda|[ck]onta[ck]t|about");
const TOPICS: readonly (readonly [string, RegExp])[] = [
  ["returns", word("return|refund|ruckgabe|widerruf|retour|devoluc|resi\\b|zwrot")],
  ["shipping", word("shipping|deliver|versand|liefer|livraison|envio|spedizion|verzend|bezorg|dostaw")],
  ["size", word("siz(e|ing)|grossen|taille|talla|tagli[ae]|maat|rozmiar")],
  ["payment", word("pay(ment|ing)|zahl|paiement|pagos?\\b|pagament|betal|platnos")],
];

const simple = (words: string): string =>
  words.toLowerCase().replaceAll("ß", "ss").replaceAll("ł", "l").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

const sure = (kind: string, of: number): Readonly<Record<string, unknown>> => ({ kind, sure: of });

/**
 * `kind`, for information pages `topic`, and how `sure` we are: 1 when the page's own data says so, else less.
 */
export const pageKind = ({ path, title, product, many, told }: PageClues): Readonly<Record<string, unknown>> => {
  const says = (names: string): boolean => names.split(" ").some((name) => told.has(name));
  const address = simple(path);
  const called = (words: RegExp): boolean => words.test(address);
  if (says("purchase")) return sure("thanks", 1);
  if (product && !says("begin_checkout view_cart")) return sure("product", 1);
  if (says("add_shipping_info add_payment_info begin_checkout")) return sure("checkout", 0.9);
  if (says("view_cart")) return sure("cart", 1);
  if (says("view_item_list") || many) return sure("list", 0.9);
  if (called(THANKS)) return sure("thanks", 0.6);
  // How one ships and returns is told on pages of its own, but also asked on the way to the till.
  if (called(CHECKOUT)) return sure("checkout", 0.7);
  if (called(CART)) return sure("cart", 0.7);
  if (called(SEARCH)) return sure("search", 0.7);
  const topic = TOPICS.find(([, words]) => called(words)) ?? TOPICS.find(([, words]) => words.test(simple(title)));
  if (topic || called(INFO)) return { ...sure("info", 0.7), topic: topic?.[0] ?? "other" };
  return sure("other", 0.5);
};
