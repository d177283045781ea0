/** The few words a prompt says that nobody writes for it, in the languages we speak ourselves. */

/** `{n}` stands for a number or a step. */
export interface Words {
  readonly why: string;
  readonly quiet: string;
  readonly rest: string;
  readonly total: string;
  readonly close: string;
  readonly gone: string;
  readonly step: string;
}

const say = (
  why: string,
  quiet: string,
  rest: string,
  total: string,
  close: string,
  gone: string,
  step: string,
): Words => ({ why, quiet, rest, total, close, gone, step });

const ENGLISH = say("Why this?", "Quiet for a month", "and {n} more", "Total", "Close", "Sold out", "Step {n}");

const SPOKEN: Readonly<Record<string, Words>> = {
  de: say("Warum dieser Hinweis?", "Einen Monat Ruhe", "und {n} weitere", "Summe", "Schließen", "Ausverkauft", "Schritt {n}"),
  fr: say("Pourquoi ce message ?", "Silence pendant un mois", "et {n} de plus", "Total", "Fermer", "Épuisé", "Étape {n}"),
  es: say("¿Por qué veo esto?", "Silencio durante un mes", "y {n} más", "Total", "Cerrar", "Agotado", "Paso {n}"),
  ja: say("表示の理由", "1か月表示しない", "ほか{n}点", "合計", "閉じる", "在庫切れ", "ステップ {n}"),
  ar: say("لماذا أرى هذا؟", "الصمت لمدة شهر", "و{n} أخرى", "المجموع", "إغلاق", "نفدت الكمية", "الخطوة {n}"),
};

/** Words for the language of `locale` (a BCP 47 tag, any case); English for one we do not speak. */
export const wordsFor = (locale: string): Words => SPOKEN[locale.toLowerCase().split(/[-_]/)[0] ?? ""] ?? ENGLISH;

/**
 * Formats a decimal string as money, or `""` when the amount or the currency code makes no sense:
 * a missing price is better than a wrong one.
 */
export const money = (amount: string | number, locale: string, currency: string): string => {
  const value = Number(amount);
  if (amount === "" || !Number.isFinite(value)) return "";
  try {
    return new Intl.NumberFormat(knownLocale(locale), { style: "currency", currency }).format(value);
  } catch {
    return "";
  }
};

/** `count` in the digits of `locale`. */
export const numeral = (count: number, locale: string): string =>
  new Intl.NumberFormat(knownLocale(locale)).format(count);

/** `locale` when Intl can read it, else undefined (the browser's own). */
const knownLocale = (locale: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
};
