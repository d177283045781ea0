// What the server told this page: words, prices, addresses; and how to write money and numbers of it.

export const shop = JSON.parse(document.getElementById("shop-data").textContent);

/** A decimal string as whole minor units; sums are only ever made of these. */
export const minor = (amount) => Math.round(Number(amount) * 100);

/** Whole minor units as the plain number tag managers expect. */
export const plain = (amountMinor) => amountMinor / 100;

const money = new Intl.NumberFormat(shop.locale, { style: "currency", currency: shop.currency, numberingSystem: "latn" });

/** Whole minor units as a price in the page's language. */
export const price = (amountMinor) => money.format(plain(amountMinor));

/** A phrase of the page's language with its `{slots}` filled. */
export const say = (key, slots = {}) =>
  shop.words[key].replace(/\{(\w+)\}/g, (whole, name) => (name in slots ? String(slots[name]) : whole));

/** What shipping costs to a country, in whole minor units; the first zone stands for "not chosen yet". */
export const shippingMinor = (goodsMinor, country = "") => {
  const zone = shop.zones.find((one) => one.countries.includes(country)) ?? shop.zones[0];
  return goodsMinor >= minor(zone.free_from) ? 0 : minor(zone.price);
};
