// Both steps of the checkout: the address, then how to pay. Nothing typed here leaves the browser.

import { clear, goodsMinor, lines } from "./cart.js";
import { items, tellItems } from "./ledger.js";
import { passing } from "./memory.js";
import { plain, shop } from "./shop.js";
import { showLines, showSums, showWhere } from "./sums.js";

const address = passing.read("address", {});
const bought = lines();

const go = (path) => location.assign(`${shop.home}${path}`);

const orderNumber = () => {
  const letters = "ABCDEFGHJKLMNPRSTUVWXYZ23456789";
  const random = crypto.getRandomValues(new Uint8Array(6));
  return `SR-${[...random].map((byte) => letters[byte % letters.length]).join("")}`;
};

const details = (form) => {
  for (const field of form.elements) if (field.name in address) field.value = address[field.name];
  const country = form.elements.country;
  const follow = () => {
    showSums(goodsMinor(), country.value);
    if (country.value) showWhere(country.selectedOptions[0].textContent);
  };
  country.addEventListener("change", follow);
  follow();
  tellItems("begin_checkout", items(bought), goodsMinor());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    passing.write("address", Object.fromEntries(new FormData(form)));
    tellItems("add_shipping_info", items(bought), goodsMinor(), { shipping_tier: "parcel" });
    go("/checkout/payment");
  });
};

const payment = (form) => {
  const where = shop.countries[address.country];
  if (!where) return go("/checkout/details");
  document.getElementById("address").textContent = `${address.name}, ${address.street}, ${address.zip} ${address.city}, ${where}`;
  showWhere(where);
  const { shipping, total } = showSums(goodsMinor(), address.country);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tellItems("add_payment_info", items(bought), goodsMinor(), { payment_type: new FormData(form).get("pay") });
    const order = { number: orderNumber(), lines: bought, country: address.country, where, goods: goodsMinor(), told: false };
    passing.write("order", { ...order, shipping: plain(shipping), value: plain(total) });
    clear();
    go("/thanks");
  });
};

if (bought.length === 0) {
  location.replace(`${shop.home}/cart`);
} else {
  showLines(bought);
  if (shop.step === "details") details(document.getElementById("details"));
  else payment(document.getElementById("payment"));
}
