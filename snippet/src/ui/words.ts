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

/** One language: its words in the order of `Words`, divided by bars. */
const say = (line: string): Words => {
  const [why = "", quiet = "", rest = "", total = "", close = "", gone = "", step = ""] = line.split("|");
  return { why, quiet, rest, total, close, gone, step };
};

const ENGLISH = "Why this?|Quiet for a month|and {n} more|Total|Close|Sold out|Step {n}";

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ["de", "Warum dieser Hinweis?|Einen Monat Ruhe|und {n} weitere|Summe|Schließen|Ausverkauft|Schritt {n}"],
  ["fr", "Pourquoi ce message ?|Silence pendant un mois|et {n} de plus|Total|Fermer|Épuisé|Étape {n}"],
  ["es", "¿Por qué veo esto?|Silencio durante un mes|y {n} más|Total|Cerrar|Agotado|Paso {n}"],
  ["ja", "表示の理由|1か月表示しない|ほか{n}点|合計|閉じる|在庫切れ|ステップ {n}"],
  ["ar", "لماذا أرى هذا؟|الصمت لمدة شهر|و{n} أخرى|المجموع|إغلاق|نفدت الكمية|الخطوة {n}"],
]);

/** Words for the language of `locale` (a BCP 47 tag, any case); English for one we do not speak. */
export const wordsFor = (locale: string): Words => {
  const [language = ""] = locale.toLowerCase().split("-");
  return say(SPOKEN.get(language) ?? ENGLISH);
};

/**
 * Writes amounts (decimal strings) as money, or as counts when there is no `currency`; an amount, currency or locale
 * that makes no sense becomes `""`: a missing price is better than a wrong one. Made once a prompt, for it is slow.
 */
export const writer = (locale: string, currency?: string): ((amount: string | number | undefined) => string) => {
  try {
    const { format } = new Intl.NumberFormat(locale, currency ? { style: "currency", currency } : {});
    return (amount) => (amount === undefined || amount === "" || Number.isNaN(+amount) ? "" : format(+amount));
  } catch {
    return () => "";
  }
};
