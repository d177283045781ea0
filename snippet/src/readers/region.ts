/** The country a page speaks to. Pure. */

/** Endings of addresses that stand for no country. */
const NOWHERE = /^(CO|IO|TV|ME|AI|CC|EU|FM|LY|TO)$/;

/**
 * The likely country, by Unicode's CLDR, of languages whose countries share a sign of money with larger ones. The
 * browser knows them all, but asking it for the first one costs a slow phone a long task.
 */
const COUNTRIES: Readonly<Record<string, string>> = {
  am: "ET",
  ar: "EG",
  be: "BY",
  da: "DK",
  fa: "IR",
  is: "IS",
  nb: "NO",
  ne: "NP",
  nn: "NO",
  no: "NO",
  si: "LK",
  ur: "PK",
  zh: "CN",
};

/** @returns ISO 3166: by the ending of an address, else by the language; undefined where neither says anything that decides. */
export const regionOf = (addresses: readonly string[], lang: string): string | undefined => {
  const ending = addresses.map((one) => /^https?:\/\/[^/:]*\.([a-z]{2})(?=[/:]|$)/i.exec(one)?.[1]).find(Boolean)?.toUpperCase();
  if (ending && !NOWHERE.test(ending)) return ending === "UK" ? "GB" : ending;
  const [language = "", ...parts] = lang.split(/[-_]/);
  return parts.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase() ?? COUNTRIES[language.toLowerCase()];
};
