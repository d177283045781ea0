/** What a prompt says in the languages we speak besides English. */

import type { Words } from "./words";

const KEYS = "why|quiet|rest|total|close|gone|step|until|copy|copied|smaller|written|lost|failed|reach";
/** The words of each language in the order of the keys, divided by bars. */
const TONGUES: Readonly<Record<string, string>> = {
  de: "Warum dieser Hinweis?|Einen Monat Ruhe|und {n} weitere|Summe|Schließen|Ausverkauft|Schritt {n}|Bis {n}|Kopieren|Kopiert|Verkleinern|Mit KI geschrieben|Nicht dabei: {n}|Das hat nicht geklappt. Es wurde nichts geändert.|Mit {n} hierher.",
  fr: "Pourquoi ce message ?|Silence pendant un mois|et {n} de plus|Total|Fermer|Épuisé|Étape {n}|Jusqu’au {n}|Copier|Copié|Réduire|Rédigé avec l’IA|Non remis : {n}|Cela n’a pas fonctionné. Rien n’a été modifié.|{n} mène ici.",
  es: "¿Por qué veo esto?|Silencio durante un mes|y {n} más|Total|Cerrar|Agotado|Paso {n}|Hasta el {n}|Copiar|Copiado|Reducir|Escrito con IA|No se ha podido añadir: {n}|No ha funcionado. No se ha cambiado nada.|{n} lleva aquí.",
  ja: "表示の理由|1か月表示しない|ほか{n}点|合計|閉じる|在庫切れ|ステップ {n}|{n}まで|コピー|コピーしました|小さくする|AIによる文章|戻せなかった商品: {n}|うまくいきませんでした。何も変更されていません。|{n}キーでここへ移動します。",
  ar: "لماذا أرى هذا؟|الصمت لمدة شهر|و{n} أخرى|المجموع|إغلاق|نفدت الكمية|الخطوة {n}|حتى {n}|نسخ|تم النسخ|تصغير|كُتب بالذكاء الاصطناعي|تعذّرت إعادة: {n}|لم ينجح ذلك. لم يتغيّر شيء.|{n} ينقل إلى هنا.",
};

/** @param locale - begins with one of the languages above, in any case. */
export const wordsOf = (locale: string): Words => {
  const said = TONGUES[locale.slice(0, 2).toLowerCase()]?.split("|") ?? [];
  return Object.fromEntries(KEYS.split("|").map((key, i) => [key, said[i] ?? ""])) as unknown as Words;
};
