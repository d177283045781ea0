/* tarry 0.1.0 — generated, do not edit */
import{digitsOf as e}from"./adapter-markup-33602cd845.js";const t=`$ USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU
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
ksh KES`.split(`
`).map(e=>e.split(` `)),n=new Map(t.flatMap(([e=``,...t])=>e.split(`,`).map(e=>[e,t]))),r=new Set(Intl.supportedValuesOf?.(`currency`)),i=`(${[...n.keys()].sort((e,t)=>t.length-e.length).map(e=>e.replace(/[$./]/g,`\\$&`)).join(`|`)}|[a-z]{3})\\.?`,a=RegExp(`(^|[^\\p{L}]|(?=[^\\p{L}]))${i}[\\s:]*[-–]?\\s*$`,`iu`),o=RegExp(`^[.,:]?[-–—]{0,2}\\s?${i}(?!\\p{L})`,`iu`),s=/^(ft|fr|r|bs|bd|dt|sr|qr|tk|br)$/,c=(e,{currency:t=``,region:i=`?`})=>{let a=s.test(e)?void 0:n.get(e.toLowerCase());return a?a.includes(t)?t:a.find(e=>e.startsWith(i))??a[0]:/^[A-Z]{3}$/.test(e)&&(r.has(e)||!r.size)?e:void 0},l=/[.,]*\d+(?:(?:[.,'’`´٫٬]| (?=\d{3}(?!\d))|[.,] (?=\d\d(?!\d)))\d+)*/g,u=/(^|[^\d.,])(\d+|\d{1,3}(?:[., ]\d{3})+) ?([€£$]) ?(\d\d)(?![\d.,]|\s?[€£$%])/g,d=e=>e.normalize(`NFKC`).replace(/[٠-٩۰-۹०-९০-৯]/g,e=>{let t=e.charCodeAt(0);return String((t&15)-(t>2304?6:0))}).replace(/[\u200b-\u200f\u061c\u2066-\u2069]/g,``).replace(/\s+/g,` `).replace(/−/g,`-`).replace(u,(e,t,n,r,i)=>`${t}${r}${n.replace(/\D/g,``)}.${i}`),f=(e,t)=>{let n=e.replace(/^[.,]+/,``),r=(n!==e&&!/\D/.test(n)?`0.${n}`:n).replace(/٫/g,`.`),i=r.match(/[.,]/g)??[],a=i.at(-1)??``,o=r.lastIndexOf(a||`\0`),s=i.filter(e=>e===a).length===1,c=!(/[^\d.,]/.test(r.slice(0,o))||i.length>1)&&r.slice(o+1).replace(/\D/g,``).length===3&&o<4&&!r.startsWith(`0`)&&t<3,l=e=>e.replace(/\D/g,``).replace(/^0+(?=\d)/,``);return!a||!s||c?l(r):`${l(r.slice(0,o))}.${r.slice(o+1).replace(/\D/g,``)}`},p=(t,n={})=>{let r=d(t),i=[],s=0;for(let t of r.matchAll(l)){let[l]=t,u=t.index+l.length,d=r.slice(u),p=a.exec(r.slice(s,t.index))?.[2],m=p&&c(p,n),h=m?null:o.exec(d),g=m||h?.[1]&&c(h[1],n);if(s=u+(g&&h?h[0].length:0),!g&&/^\s?[%‰]|^\p{L}/u.test(d))continue;let _=g||n.currency,v=/^ ?-[^\d]{0,4}$/.test(r.slice(0,t.index))?`-`:``;i.push({amount:v+f(l,e(_)),currency:_,named:!!g})}return i},m=/^(CO|IO|TV|ME|AI|CC|EU|FM|LY|TO)$/,h=(e,t)=>{let n=e.map(e=>/^https?:\/\/[^/:]*\.([a-z]{2})(?=[/:]|$)/i.exec(e)?.[1]).find(Boolean)?.toUpperCase();if(n&&!m.test(n))return n===`UK`?`GB`:n;try{return t?new Intl.Locale(t.replace(`_`,`-`)).maximize().region:void 0}catch{return}};export{p as monies,h as regionOf};
