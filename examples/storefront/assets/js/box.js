// One step of subscribing to the tea box. Each step is a page; going back or coming back loses nothing.

import { passing } from "./memory.js";
import { say, shop } from "./shop.js";
import { choose, chosen, forget, summary } from "./subscription.js";

const form = document.getElementById("box");
const known = chosen();
const resume = `${location.pathname}?step=${shop.step}`;

const fill = () => {
  for (const name of shop.step === "rhythm" ? ["rhythm"] : ["name", "email"]) form.elements[name].value = known[name] ?? "";
  form.addEventListener("input", () => {
    choose(Object.fromEntries(new FormData(form)));
    document.getElementById("chosen").textContent = summary(chosen());
  });
  document.getElementById("chosen").textContent = summary(known);
};

const next = () => {
  if (shop.step === "rhythm") {
    location.assign(`${location.pathname}?step=address`);
    return;
  }
  passing.write("box", { rhythm: chosen().rhythm });
  forget();
  window.tarry("goal", "subscription", { done: true });
  location.assign(`${shop.home}/box/thanks`);
};

const start = () => {
  if (!known.begun) {
    window.tarry("goal", "subscription", { title: say("box"), url: resume });
    choose({ begun: true });
  }
  window.tarry("goal", "subscription", {
    step: shop.step,
    title: say("box"),
    url: resume,
    detail: say("box_step", { n: shop.number }),
  });
  fill();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    next();
  });
};

// Nobody is asked for an address before it is known how often the box shall come.
if (shop.step === "address" && !known.rhythm) location.replace(location.pathname);
else start();
