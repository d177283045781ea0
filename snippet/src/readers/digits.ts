/** How many decimals currencies have. Pure. */

/** Decimals of `currency` as the browser knows them; two for any it does not know. */
export const digitsOf = (currency: string | undefined): number => {
  try {
    return currency ? (new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2) : 2;
  } catch {
    return 2;
  }
};
