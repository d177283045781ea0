/** The signs and short words of currencies, and what a page tells to decide between those who share one. Pure. */

/** What the page says besides the price. */
export interface Hints {
  /** ISO 4217, where the page names it. */
  readonly currency?: string | undefined;
  /** ISO 3166 of the country the page speaks to. */
  readonly region?: string | undefined;
}

/** Signs, then the currencies that use them, the most likely first. */
const SIGNS = `$ USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU
us$,u$s USD
a$,au$ AUD
c$,ca$,cdn$ CAD
nz$ NZD
s$ SGD
hk$ HKD
nt$ TWD
mx$ MXN
r$ BRL
€,eur,euro,euros,euró,евро,ευρώ EUR
£,₤ GBP EGP LBP
¥,￥ JPY CNY
円 JPY
元,rmb,圓 CNY TWD
₩,원 KRW
₹ INR
rs,रु INR PKR LKR NPR MUR
₽,руб,рублей,рубля,р,rub RUB BYN
br,бел.руб BYN ETB
₴,грн,hrn UAH
₪ ILS
₫,đ,vnđ VND
฿,บาท THB
₺,tl TRY
₱ PHP
₦ NGN
₸,тг,тенге KZT
₡ CRC
₲ PYG
₵ GHS
₼ AZN
₾ GEL
৳,tk BDT
₶ LVL
zł,zl,zlotych PLN
kč,kc CZK
ft HUF
kr,:- SEK NOK DKK ISK
kn HRK
lei,leu RON MDL
лв BGN
ден MKD
din,дин RSD
rp IDR
rm MYR
r ZAR
s/ PEN
bs BOB VES
fr,sfr CHF XAF
dhs,dh,درهم,د.إ AED MAD
sr,ريال,ر.س,ریال SAR QAR OMR YER IRR
qr,ر.ق QAR
جنيه,ج.م,l.e EGP
kd,د.ك,دينار KWD BHD JOD IQD LYD
bd,د.ب BHD
jd,د.أ JOD
ر.ع OMR
dt,د.ت TND
دج DZD
تومان IRR
ksh KES`;

const rows = SIGNS.split("\n").map((row) => row.split(" "));
const known = new Map(rows.flatMap(([signs = "", ...codes]) => signs.split(",").map((sign) => [sign, codes] as const)));
const codes: ReadonlySet<string> = new Set(
  // A browser without the list believes any three capitals beside a number.
  (Intl as { supportedValuesOf?: (what: "currency") => string[] }).supportedValuesOf?.("currency"),
);
const escaped = [...known.keys()].sort((a, b) => b.length - a.length).map((sign) => sign.replace(/[$./]/g, "\\$&"));
const sign = `(${escaped.join("|")}|[a-z]{3})\\.?`;

/** A sign at the end of the words before a number; letters must be a word of their own. */
export const LAST_SIGN = new RegExp(`(^|[^\\p{L}]|(?=[^\\p{L}]))${sign}[\\s:]*[-–]?\\s*$`, "iu");
/** A sign at the beginning of the words after a number. */
export const FIRST_SIGN = new RegExp(`^[.,:]?[-–—]{0,2}\\s?${sign}(?:(?<=[円元圓원])|(?!\\p{L}))`, "iu");
/** Small letters that are words of other things: feet, a preposition. */
const NEVER = /^(ft|fr|r|bs|bd|dt|sr|qr|tk|br)$/;

/**
 * The currency that `written` stands for; of several the one the page names, else its country's, else the most likely.
 *
 * @param written - as {@link LAST_SIGN} and {@link FIRST_SIGN} find it.
 */
export const currencyOf = (written: string, { currency = "", region = "?" }: Hints): string | undefined => {
  const likely = NEVER.test(written) ? undefined : known.get(written.toLowerCase());
  if (likely) return likely.includes(currency) ? currency : (likely.find((code) => code.startsWith(region)) ?? likely[0]);
  return /^[A-Z]{3}$/.test(written) && (codes.has(written) || !codes.size) ? written : undefined;
};
