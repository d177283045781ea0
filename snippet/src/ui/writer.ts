/** Writes figures as the prompt's language writes them. */

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
