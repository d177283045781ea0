/** The country a page speaks to. */

/** Endings of addresses that stand for no country. */
const NOWHERE = /^(CO|IO|TV|ME|AI|CC|EU|FM|LY|TO)$/;

/** @returns ISO 3166: by the ending of an address, else by the language; undefined where neither says. */
export const regionOf = (addresses: readonly string[], lang: string): string | undefined => {
  const ending = addresses.map((one) => /^https?:\/\/[^/:]*\.([a-z]{2})(?=[/:]|$)/i.exec(one)?.[1]).find(Boolean)?.toUpperCase();
  if (ending && !NOWHERE.test(ending)) return ending === "UK" ? "GB" : ending;
  try {
    return lang ? new Intl.Locale(lang.replace("_", "-")).maximize().region : undefined;
  } catch {
    return undefined;
  }
};
