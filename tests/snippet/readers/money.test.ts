/** Tests of reading money as the world writes it. @vitest-environment node */

import { expect, test } from "vitest";
import { money, monies } from "../../../snippet/src/readers/money";

/** What is written, the amount, the currency; `-` where the words do not say. */
const WRITTEN = `
$12.99 | 12.99 | USD
$ 12.99 | 12.99 | USD
US$ 1,249.00 | 1249.00 | USD
USD 12.50 | 12.50 | USD
12.50 USD | 12.50 | USD
$1,234,567.89 | 1234567.89 | USD
$0.99 | 0.99 | USD
$.99 | 0.99 | USD
$5 | 5 | USD
$1,000 | 1000 | USD
$10,000 | 10000 | USD
CA$ 45.10 | 45.10 | CAD
C$45.10 | 45.10 | CAD
AU$89.95 | 89.95 | AUD
A$89.95 | 89.95 | AUD
NZ$ 24 | 24 | NZD
S$19.90 | 19.90 | SGD
HK$ 388 | 388 | HKD
NT$1,280 | 1280 | TWD
MX$ 349.00 | 349.00 | MXN
R$ 1.299,90 | 1299.90 | BRL
R$19,90 | 19.90 | BRL
€12,99 | 12.99 | EUR
12,99 € | 12.99 | EUR
12,99€ | 12.99 | EUR
€ 12.99 | 12.99 | EUR
1.234,56 € | 1234.56 | EUR
1 234,56 € | 1234.56 | EUR
1 234,56 € | 1234.56 | EUR
1'234,56 € | 1234.56 | EUR
1.234 € | 1234 | EUR
1.234.567 € | 1234567 | EUR
EUR 24,50 | 24.50 | EUR
24,50 EUR | 24.50 | EUR
24,50 eur | 24.50 | EUR
24,50 Euro | 24.50 | EUR
24 euros | 24 | EUR
19,- € | 19 | EUR
19,-- € | 19 | EUR
€ 19,- | 19 | EUR
19.– € | 19 | EUR
12€50 | 12.50 | EUR
12 € 50 | 12.50 | EUR
1 299€00 | 1299.00 | EUR
ab 39,95 € | 39.95 | EUR
à partir de 39,95 € | 39.95 | EUR
Preis: 39,95 €* | 39.95 | EUR
39,95 € inkl. MwSt. | 39.95 | EUR
Τιμή 39,95 € | 39.95 | EUR
£7.50 | 7.50 | GBP
£ 1,050 | 1050 | GBP
GBP 1,050.00 | 1050.00 | GBP
Now £24.00 | 24.00 | GBP
From £24.00 | 24.00 | GBP
CHF 49.– | 49 | CHF
CHF 1'249.90 | 1249.90 | CHF
CHF 1’249.90 | 1249.90 | CHF
49.90 CHF | 49.90 | CHF
Fr. 49.90 | 49.90 | CHF
SFr. 49.90 | 49.90 | CHF
¥1,200 | 1200 | JPY
￥１，２００ | 1200 | JPY
1,200円 | 1200 | JPY
12,800 円（税込） | 12800 | JPY
RMB 88.00 | 88.00 | CNY
88.00元 | 88.00 | CNY
CN¥88.00 | 88.00 | JPY
₩39,000 | 39000 | KRW
39,000원 | 39000 | KRW
₹1,299 | 1299 | INR
₹ 1,29,999.00 | 129999.00 | INR
Rs. 1,299 | 1299 | INR
Rs 1,299/- | 1299 | INR
INR 1,299 | 1299 | INR
रु 1,299 | 1299 | INR
₹१,२९९ | 1299 | INR
kr 99:- | 99 | SEK
99:- | 99 | SEK
99 kr | 99 | SEK
1 299 kr | 1299 | SEK
1.299,00 kr | 1299.00 | SEK
kr. 1.299,00 | 1299.00 | SEK
99,50 SEK | 99.50 | SEK
NOK 499,00 | 499.00 | NOK
DKK 499,00 | 499.00 | DKK
499,00 zł | 499.00 | PLN
1 499,00 zł | 1499.00 | PLN
499 PLN | 499 | PLN
499 Kč | 499 | CZK
1 499,- Kč | 1499 | CZK
1.499,00 Kč | 1499.00 | CZK
12 990 Ft | 12990 | HUF
12.990 Ft | 12990 | HUF
12 990 HUF | 12990 | HUF
129,90 lei | 129.90 | RON
129,90 RON | 129.90 | RON
49,90 лв. | 49.90 | BGN
1 990 ₽ | 1990 | RUB
1 990 руб. | 1990 | RUB
1990 рублей | 1990 | RUB
1 990,50 р. | 1990.50 | RUB
1 290 ₴ | 1290 | UAH
1 290 грн | 1290 | UAH
59,90 BYN | 59.90 | BYN
12 990 ₸ | 12990 | KZT
1.299,90 TL | 1299.90 | TRY
₺1.299,90 | 1299.90 | TRY
1.299 TRY | 1299 | TRY
₪ 99.90 | 99.90 | ILS
99.90 ₪ | 99.90 | ILS
١٬٢٩٩٫٥٠ ريال | 1299.50 | SAR
299 ر.س | 299 | SAR
SAR 299 | 299 | SAR
AED 1,299.00 | 1299.00 | AED
1,299 درهم | 1299 | AED
۱۲٬۰۰۰ تومان | 12000 | IRR
KD 12.500 | 12.500 | KWD
12.500 KWD | 12.500 | KWD
BHD 8.250 | 8.250 | BHD
OMR 1,250.500 | 1250.500 | OMR
EGP 1,250 | 1250 | EGP
1,250 جنيه | 1250 | EGP
฿ 1,290 | 1290 | THB
1,290 บาท | 1290 | THB
1.290.000 ₫ | 1290000 | VND
1.290.000đ | 1290000 | VND
Rp 129.000 | 129000 | IDR
Rp129.000,00 | 129000.00 | IDR
RM 49.90 | 49.90 | MYR
₱1,299.00 | 1299.00 | PHP
PHP 1,299 | 1299 | PHP
R 1 299.00 | 1299.00 | ZAR
R1,299 | 1299 | ZAR
₦12,500 | 12500 | NGN
KSh 1,250 | 1250 | KES
S/ 49.90 | 49.90 | PEN
S/49.90 | 49.90 | PEN
₡12.500 | 12500 | CRC
$ 24.990 | 24990 | USD
CLP 24.990 | 24990 | CLP
COP 129.900 | 129900 | COP
ARS 12.999,99 | 12999.99 | ARS
149,00 kn | 149.00 | HRK
1.290,00 RSD | 1290.00 | RSD
1.290 din | 1290 | RSD
৳ 1,250 | 1250 | BDT
1,250 Tk | 1250 | BDT
19.99 | 19.99 | -
19,99 | 19.99 | -
1.299,00 | 1299.00 | -
1,299.00 | 1299.00 | -
1.299 | 1299 | -
0.750 | 0.750 | -
12.5000 | 12.5000 | -
1299 | 1299 | -
Price: 19.99 | 19.99 | -
$ 119. 95 | 119.95 | USD
€ 19, 95 | 19.95 | EUR
$10 - $20 | 10 | USD
10 – 20 € | 10 | EUR
19,90 € – 29,90 € | 19.90 | EUR
19,90 € statt 29,90 € | 19.90 | EUR
Save 20% now $40.00 | 40.00 | USD
2 x $15.00 | 15.00 | USD
Pack of 3 for $12 | 12 | USD
iPhone 12 128GB $799 | 799 | USD
Size 38: 59,95 € | 59.95 | EUR
-$5.00 | -5.00 | USD
−5,00 € | -5.00 | EUR
Free | 0 | -
Gratis | 0 | -
20% off | none | -
Add to cart | none | -
128GB | none | -
`;
const ROWS = WRITTEN.trim().split("\n").map((row) => row.split(" | "));

test("the table is long enough to say something", () => {
  expect(ROWS.length).toBeGreaterThan(150);
});

test.each(ROWS)("%s is %s %s", (words = "", amount, currency) => {
  const read = money(words);

  expect(read?.amount ?? "none").toBe(amount);
  expect(read?.currency ?? "-").toBe(currency);
});

test.each([
  ["$ 24.990", "CL", "CLP"],
  ["$24.99", "CA", "CAD"],
  ["$24.99", "DE", "USD"],
  ["99 kr", "DK", "DKK"],
  ["99 kr", "NO", "NOK"],
  ["¥88", "CN", "CNY"],
  ["Rs. 88", "PK", "PKR"],
  ["88 р.", "BY", "BYN"],
  ["8 lei", "MD", "MDL"],
])("%s in %s is %s", (words, region, currency) => {
  expect(money(words, { region })?.currency).toBe(currency);
});

test("the currency a page names decides between those of one sign, and stands in where there is none", () => {
  expect(money("$24.99", { currency: "AUD", region: "CA" })?.currency).toBe("AUD");
  expect(money("€24.99", { currency: "AUD" })?.currency).toBe("EUR");
  expect(money("24.99", { currency: "AUD" })).toEqual({ amount: "24.99", currency: "AUD", named: false });
});

test("all amounts of a text come in order, each with its own sign", () => {
  expect(monies("was $30, now $20 (€ 18)").map(({ amount, currency }) => [amount, currency])).toEqual([
    ["30", "USD"],
    ["20", "USD"],
    ["18", "EUR"],
  ]);
  expect(monies("10 € 20 €").map(({ amount }) => amount)).toEqual(["10", "20"]);
});
