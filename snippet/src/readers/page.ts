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

/** Beginnings of words in addresses, unaccented, in English, German, French and Spanish. */
const NAMED = [
  ["thanks", "thank|danke|merci|gracias|order-?(received|confirm)"],
  // How one ships and returns is told on pages of its own, but also asked on the way to the till.
  ["checkout", "checkout|kasse|caisse|commande|finalizar"],
  ["cart", "(cart|basket|bag|warenkorb|panier|carrito|cesta)\\b"],
  ["search", "search|suche|recherche|busca"],
] as const;
const TOPICS = [
  ["returns", "return|refund|ruckgabe|widerruf|retour|devoluc"],
  ["shipping", "shipping|deliver|versand|liefer|livraison|envio"],
  ["size", "siz(e|ing)|grossen|taille|talla"],
  ["payment", "pay(ment|ing)|zahl|paiement|pagos?\\b"],
  ["other", "faq|help|hilfe|aide|ayuda|[ck]onta[ck]t|about"],
] as const;
/** What the data layer's events say, the surest first. */
const TOLD = [
  ["thanks", 1, "purchase"],
  ["checkout", 0.9, "add_shipping_info add_payment_info begin_checkout"],
  ["cart", 1, "view_cart"],
  ["list", 0.9, "view_item_list"],
] as const;

const simple = (words: string): string =>
  words.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/** The first row one of whose beginnings stands in `words`. */
const find = <T extends string>(rows: readonly (readonly [T, string])[], words: string): T | undefined =>
  rows.find(([, stems]) => new RegExp(`(^|[^a-z])(${stems})`).test(simple(words)))?.[0];

/**
 * `kind`, for information pages `topic`, and how `sure` we are: 1 when the page's own data says so, else less.
 */
export const pageKind = ({ path, title, product, many, told }: PageClues): Readonly<Record<string, unknown>> => {
  const [said, sure] = TOLD.find(([, , names]) => names.split(" ").some((name) => told.has(name))) ?? [];
  if (product && !/thanks|cart/.test(said ?? "") && !told.has("begin_checkout")) return { kind: "product", sure: 1 };
  if (said) return { kind: said, sure };
  if (many) return { kind: "list", sure: 0.9 };
  const named = find(NAMED, path);
  if (named) return { kind: named, sure: 0.7 };
  const topic = find(TOPICS, path) ?? find(TOPICS.slice(0, 4), title);
  return topic ? { kind: "info", sure: 0.7, topic } : { kind: "other", sure: 0.5 };
};
