/** What kind of page this is: from its address, its words, what it is built of and what its data layer told. Pure. */

/** Everything the kind is judged by. */
export interface PageClues {
  /** The address's path and query names. */
  readonly path: string;
  /** Title and first headings. */
  readonly title: string;
  /** One product is read with a price. */
  readonly product: boolean;
  /** Several products side by side. */
  readonly many: boolean;
  /** Names of data layer events so far. */
  readonly told: ReadonlySet<string>;
  /** Rows of a cart, or that it is empty, can be seen. */
  readonly cart?: boolean;
  /** Fields for an address or a card. */
  readonly paying?: boolean;
}

/** Beginnings of words in addresses and titles, unaccented, in the languages of most shops we know. */
const NAMED = [
  ["thanks", "thank|danke|merci|gracias|grazie|obrigad|dziek|dekuj|tack for|order-?(received|confirm|complete)|spasibo|спасибо"],
  // How one ships and returns is told on pages of its own, but also asked on the way to the till.
  ["checkout", "checkout|kasse|caisse|commande|finalizar|pagamento\\b|betalning|afrekenen|pokladn|zamowienie|oformlenie|оформление"],
  ["search", "search|suche|recherche|busca|ricerca|zoek|sok\\b|hledat|szukaj|поиск"],
] as const;
/** Words for a cart, which are also words of wares: only what is called nothing else is one. */
const CART =
  "^(\\P{L}|shopping|your|my|view|show|mein|dein|ihr|mon|votre|mi|tu|su|il (tuo|mio)|meu|seu|min|din|moj|twoj|vas|jouw|uw)*(cart|basket|bag|trolley|(waren|einkaufs)korb|einkaufswagen|panier|carrito|carro|carrello|carrinho|cesta|koszyk|kosik|kosar|winkelwagen|winkelmand|varukorg|kundvagn|handlekurv|indkobskurv|kurv|ostoskori|sepet|корзина|购物车)s?(\\P{L}+\\d.*|\\P{L}*)$";
const TOPICS = [
  ["returns", "return|refund|exchange|ruckgabe|widerruf|umtausch|retour|devoluc|reso\\b|resi\\b|zwrot|vraceni|возврат"],
  ["shipping", "shipping|deliver|versand|liefer|livraison|envio|spedizion|verzend|bezorg|dostaw|doprav|leverans|levering|доставк"],
  ["size", "siz(e|ing)|grossen|taille|talla|taglie|tabela-rozmiar|maat|fit-guide|размер"],
  ["payment", "pay(ment|ing)|zahl|paiement|pagos?\\b|pagament|betal|platnosc|platb|оплат"],
  ["other", "faq|help|hilfe|aide|ayuda|aiuto|[ck]onta[ck]t|about|uber-uns|impressum|imprint|privacy|datenschutz|terms|agb\\b|warranty|garanti|support"],
] as const;
/** What the data layer's events say, the surest first. */
const TOLD = [
  ["thanks", 1, "purchase"],
  ["checkout", 0.9, "add_shipping_info add_payment_info begin_checkout"],
  ["cart", 1, "view_cart"],
  ["list", 0.9, "view_item_list"],
] as const;
/** Certainty of one witness, and of two that agree; our own choice. */
const ONE = 0.7;
const TWO = 0.9;

const simple = (words: string): string =>
  words.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/** The first row one of whose beginnings stands in `words`. */
const find = <T extends string>(rows: readonly (readonly [T, string])[], words: string): T | undefined => {
  const plain = simple(words);
  return rows.find(([, stems]) => compiled(stems).test(plain))?.[0];
};

const known = new Map<string, RegExp>();
/** Compiled once: links of a page are asked by the hundred. */
const compiled = (stems: string): RegExp => {
  const made = known.get(stems) ?? new RegExp(`(^|[^\\p{L}])(${stems})`, "u");
  known.set(stems, made);
  return made;
};

/** Whether `words` call something a cart and nothing else: "Shopping bag (2)", but not "Tote bag". */
export const isCartNamed = (words: string): boolean => new RegExp(CART, "u").test(simple(words).replace(/\.\w{2,5}$/, ""));

/** Whether these are words for the way to the till. */
export const isCheckoutNamed = (words: string): boolean => !!find(NAMED.slice(1, 2), words);

/** What an address consists of. */
export const parts = (path: string): readonly string[] => path.split(/[/?&=]/).filter(Boolean);

/** `kind`, for information pages `topic`, and how `sure` we are: 1 when the page's own data says so, else less. */
export const pageKind = ({ path, title, product, many, told, cart, paying }: PageClues): Readonly<Record<string, unknown>> => {
  const [said, sure] = TOLD.find(([, , names]) => names.split(" ").some((name) => told.has(name))) ?? [];
  if (product && !/thanks|cart/.test(said ?? "") && !told.has("begin_checkout")) return { kind: "product", sure: 1 };
  if (said) return { kind: said, sure };
  const own = parts(path);
  const named = isCartNamed(own.at(-1) ?? "") ? "cart" : (find(NAMED, path) ?? (own.some(isCartNamed) ? "cart" : undefined));
  const witness = { thanks: find(NAMED.slice(0, 1), title), checkout: paying, cart, search: find(NAMED.slice(2), title) };
  if (named) return { kind: named, sure: witness[named] ? TWO : ONE };
  if (cart) return { kind: "cart", sure: ONE };
  if (many) return { kind: "list", sure: TWO };
  if (/[?&](q|s|query|search|keyword)=/.test(path)) return { kind: "search", sure: ONE };
  const topic = find(TOPICS, path) ?? find(TOPICS.slice(0, 4), title);
  if (topic) return { kind: "info", sure: find(TOPICS, path) === find(TOPICS, title) ? TWO : ONE, topic };
  return { kind: "other", sure: 0.5 };
};
