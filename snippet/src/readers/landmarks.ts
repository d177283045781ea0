/** What a product page is built around: its title, its buy button, and the frame that belongs to every page. */

/** Words on what puts a thing into the cart or buys it, in many languages, as beginnings. */
const BUY =
  /cart|basket|\bbag\b|trolley|warenkorb|einkaufswagen|panier|carrello|carrito|carro|carrinho|cesta|koszyk|košík|kosár|winkel|varukorg|kundvagn|kurv|ostukorv|ostoskor|sepet|корзин|кошик|количка|カート|购物车|購物車|장바구니|السلة|عربة|grozam|krepšel|coș|καλάθι|\bbuy\b|kaufen|achet|acquist|comprar|\bkup|koupit|kjøp|\bköp|купить|купити|satın|\border now|bestel|place bid|購買|购买|구매/i;
const LOOK = /view|see|your|my |go to|checkout|zum |voir|mon |ver |mi |vai |show/i;
const CLICKED = 'button,[type=submit],[type=button],[role=button],a[class*="btn" i],a[class*="button" i],a[class*="cart" i],a[id*="buy" i],a[id*="cart" i]';
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
  return false;
};

const plainly = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The heading that the page's title repeats, else the first heading of the first order. */
export const titleOf = (page: Document): Element | undefined => {
  const shared = page.querySelector('meta[property="og:title" i]')?.getAttribute("content") ?? "";
  const title = plainly(`${page.title} ${shared}`);
  const all = [...page.querySelectorAll("h1,[itemprop=name],h2")].filter((one) => seen(one) && !inFrame(one));
  const says = (one: Element): boolean => {
    const words = plainly(one.textContent ?? "");
    return words.length > 3 && title.includes(words);
  };
  return all.find((one) => one.tagName === "H1" && says(one)) ?? all.find((one) => one.tagName === "H1") ?? all.find(says);
};

/** One of several of a kind that stand side by side, each with an amount: a list, unless the title is in it too. */
export const repeated = (element: Element, title: Element | undefined): boolean => {
  for (let at: Element | null = element, up = 0; at?.parentElement && up < 9; at = at.parentElement, up++) {
    if (at.tagName === "BODY" || (title && at.contains(title))) return false;
    const kind = at.getAttribute("class");
    const { tagName } = at;
    const alike = [...at.parentElement.children].filter(
      (one) => one !== at && one.tagName === tagName && one.getAttribute("class") === kind && one.querySelector("a[href],img") && /[\d٠-٩۰-۹]/.test(one.textContent ?? ""),
    );
    if (alike.length > 1 && at.querySelector("a[href],img")) return true;
  }
  return false;
};

/** Buttons that buy the page's product or put it into the cart; not those of a list of other things. */
export const buyButtons = (page: Document, title: Element | undefined): readonly Element[] =>
  [...page.querySelectorAll(CLICKED)].filter((one) => {
    const words = `${one.textContent ?? ""} ${one.getAttribute("value") ?? ""} ${one.getAttribute("aria-label") ?? ""} ${one.getAttribute("title") ?? ""}`.trim();
    const named = /add-?_?to-?_?(cart|bag|basket)|addcart|buy-?_?now|btn-?buy/i.test(`${one.id} ${one.getAttribute("class") ?? ""} ${one.getAttribute("name") ?? ""}`);
    return words.length < 60 && (named || (BUY.test(words) && !LOOK.test(words))) && !one.closest("header,nav,footer") && seen(one) && !repeated(one, title);
  });
