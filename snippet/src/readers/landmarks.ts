/** What a product page is built around: its title, its buy button, and the frame that belongs to every page. */

import { brief } from "./brief";
import { CLICKED, everywhere } from "./everywhere";
import { slices } from "./slices";

/** Longest text of a button or a title, in characters. */
const LONG = 300;

/** Words on what puts a thing into the cart or buys it, in many languages, as beginnings. */
const BUY =
  /cart|basket|\bbag\b|trolley|warenkorb|einkaufswagen|panier|carrello|carrito|carro|carrinho|cesta|koszyk|košík|kosár|winkel|varukorg|kundvagn|kurv|ostukorv|ostoskor|sepet|корзин|кошик|количка|カート|购物车|購物車|장바구니|السلة|عربة|grozam|krepšel|coș|καλάθι|\bbuy\b|kaufen|achet|acquist|comprar|\bkup|koupit|kjøp|\bköp|купить|купити|satın|\border now|bestel|place bid|購買|购买|구매/i;
const LOOK = /view|see|your|my |go to|checkout|zum |voir|mon |ver |mi |vai |show|\bagain|erneut|nochmal|nouveau/i;
const FRAME = "nav,aside,footer,header nav,[role=navigation],[role=complementary],[role=contentinfo],tarry-prompt,tarry-overlay";
const OVERLAY = /mini-?cart|cart-?drawer|side-?cart|cookie|consent|newsletter/i;

/** Whether an element takes up room and is not made invisible. */
export const seen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  if (width < 3 || height < 3) return false;
  const { visibility, opacity } = getComputedStyle(element);
  return visibility === "visible" && opacity !== "0";
};

/** Part of what surrounds the page's own matter. */
export const inFrame = (element: Element): boolean => {
  if (element.closest(FRAME)) return true;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (OVERLAY.test(`${at.id} ${at.getAttribute("class") ?? ""}`) && at.tagName !== "BODY" && at.tagName !== "HTML" && !at.querySelector("h1")) return true;
  }
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return !!host && inFrame(host);
};

const plainly = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Headings, buttons and neighbours looked at before giving up; a page is not searched without end. */
const MOST_HEADINGS = 200;
const MOST_BUTTONS = 300;
const MOST_ALIKE = 30;

/** The heading that the page's title repeats, else the first heading of the first order. */
export const titleOf = async (page: Document): Promise<Element | undefined> => {
  const shared = page.querySelector('meta[property="og:title" i]')?.getAttribute("content") ?? "";
  const title = plainly(`${page.title} ${shared}`);
  const pause = slices();
  const all = async (selector: string): Promise<readonly Element[]> => {
    const found: Element[] = [];
    for (const one of everywhere(page, selector).slice(0, MOST_HEADINGS)) {
      await pause();
      if (seen(one) && !inFrame(one)) found.push(one);
    }
    return found;
  };
  const says = (one: Element): boolean => {
    const words = plainly(brief(one, LONG) ?? "");
    return words.length > 3 && title.includes(words);
  };
  const first = await all("h1");
  return first.find(says) ?? first[0] ?? (await all("[itemprop=name],h2")).find(says);
};

/** Has something to look at or follow, and an amount. */
const tells = (one: Element): boolean => !!one.querySelector("a[href],img") && /[\d٠-٩۰-۹]/.test(one.textContent ?? "");

/** One of several of a kind that stand side by side, each with an amount: a list, unless the title is in it too. */
export const repeated = (element: Element, title: Element | undefined): boolean => {
  for (let at: Element | null = element, up = 0; at?.parentElement && up < 9; at = at.parentElement, up++) {
    if (at.tagName === "BODY" || (title && at.contains(title))) return false;
    if (!at.querySelector("a[href],img")) continue;
    const kind = at.getAttribute("class");
    let alike = 0;
    let looked = 0;
    for (let one: Element | null = at.parentElement.firstElementChild; one && looked < MOST_ALIKE; one = one.nextElementSibling) {
      if (one === at || one.tagName !== at.tagName || one.getAttribute("class") !== kind) continue;
      looked++;
      if (tells(one) && ++alike > 1) return true;
    }
  }
  return false;
};

/** Buttons that buy the page's product or put it into the cart; not those of a list of other things. */
export const buyButtons = async (page: Document, title: Element | undefined): Promise<readonly Element[]> => {
  const pause = slices();
  const found: Element[] = [];
  let looked = 0;
  for (const one of everywhere(page, CLICKED)) {
    await pause();
    if (!buys(one)) continue;
    if (!one.closest("header,nav,footer") && seen(one) && !repeated(one, title)) found.push(one);
    if (++looked >= MOST_BUTTONS) break;
  }
  return found;
};

/** By its words, or by its names for machines. */
const buys = (one: Element): boolean => {
  const get = (name: string): string => one.getAttribute(name) ?? "";
  const words = `${brief(one, 60) ?? ""} ${get("value")} ${get("aria-label")} ${get("title")}`.trim();
  if (words.length >= 60) return false;
  return /add-?_?to-?_?(cart|bag|basket)|addcart|buy-?_?now|btn-?buy/i.test(`${one.id} ${get("class")} ${get("name")}`) || (BUY.test(words) && !LOOK.test(words));
};
