/** How many decimals prices in a currency have, by Unicode's CLDR: asking the browser costs a slow phone a long task. Pure. */

const DIGITS: Readonly<Record<string, string>> = {
  0: "AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA MMK PKR PYG RWF SLL SOS SYP UGX VND VUV XAF XOF XPF YER",
  3: "BHD JOD KWD LYD OMR TND",
};

/** Decimals of `currency`; two for any that is not known. */
export const digitsOf = (currency: string | undefined): number => Number(Object.keys(DIGITS).find((digits) => currency && DIGITS[digits]?.includes(currency)) ?? 2);
