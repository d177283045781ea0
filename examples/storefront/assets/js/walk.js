// One step of booking a guided walk. Each step is a page; going back or coming back loses nothing.

import { choose, chosen, dayText, forget, saturdays, summary } from "./booking.js";
import { passing } from "./memory.js";
import { say, shop } from "./shop.js";

const form = document.getElementById("walk");
const line = document.getElementById("chosen");
const known = chosen();
const resume = `${location.pathname}?step=${shop.step}`;

const dates = () => {
  for (const day of saturdays()) {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name: "date", value: day, required: true });
    input.checked = day === known.date;
    label.append(input, ` ${dayText(day)}`);
    document.getElementById("dates").append(label);
  }
};

const people = () => {
  const { adults, children } = form.elements;
  if (known.adults) adults.value = String(known.adults);
  if (known.children) children.value = String(known.children);
  const count = () => ({ adults: adults.valueAsNumber || 0, children: children.valueAsNumber || 0 });
  const follow = () => {
    const now = count();
    const tooMany = now.adults + now.children > shop.walk.most;
    children.setCustomValidity(tooMany ? say("too_many", { most: shop.walk.most }) : "");
    line.textContent = summary({ ...known, ...now });
    choose(now);
  };
  form.addEventListener("input", follow);
  follow();
};

const contact = () => {
  for (const name of ["name", "email", "phone"]) form.elements[name].value = known[name] ?? "";
  form.addEventListener("input", () => choose(Object.fromEntries(new FormData(form))));
  line.textContent = summary(known);
};

const next = () => {
  if (shop.step === "date") choose({ date: new FormData(form).get("date") });
  if (shop.step !== "contact") {
    location.assign(`${location.pathname}?step=${shop.step === "date" ? "people" : "contact"}`);
    return;
  }
  const { date, adults, children } = chosen();
  passing.write("walk", { date, adults, children });
  forget();
  window.tarry("goal", "booking", { done: true });
  location.assign(`${shop.home}/walk/thanks`);
};

const start = () => {
  if (!known.begun) {
    window.tarry("goal", "booking", { title: say("walk"), url: resume });
    choose({ begun: true });
  }
  window.tarry("goal", "booking", {
    step: shop.step,
    title: say("walk"),
    url: resume,
    detail: say("step", { n: shop.number }),
  });
  ({ date: dates, people, contact })[shop.step]();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    next();
  });
};

// Nobody is asked for an address before the day and the people are known.
if (shop.step === "contact" && !known.date) location.replace(location.pathname);
else if (shop.step === "contact" && !known.adults) location.replace(`${location.pathname}?step=people`);
else start();
