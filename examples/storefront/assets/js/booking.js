// What has been chosen for a guided walk so far, kept by the shop until the walk is booked.

import { lasting } from "./memory.js";
import { minor, price, say, shop } from "./shop.js";

const NAME = "walk";
const SATURDAYS = 6;

const asDay = (date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

/** The next Saturdays from tomorrow on, as `2026-11-28`. */
export const saturdays = (today = new Date()) => {
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1);
  first.setDate(first.getDate() + ((6 - first.getDay() + 7) % 7));
  return Array.from({ length: SATURDAYS }, (_, week) =>
    asDay(new Date(first.getFullYear(), first.getMonth(), first.getDate() + 7 * week)),
  );
};

/** A day as people say it, in the page's language. */
export const dayText = (day) =>
  new Intl.DateTimeFormat(shop.locale, { weekday: "long", day: "numeric", month: "long", numberingSystem: "latn" }).format(
    new Date(`${day}T12:00`),
  );

/** The booking as far as it goes; a Saturday that has passed is forgotten. */
export const chosen = () => {
  const kept = lasting.read(NAME, {});
  if (kept.date && !saturdays().includes(kept.date)) delete kept.date;
  return kept;
};

export const choose = (more) => lasting.write(NAME, { ...chosen(), ...more });

export const forget = () => lasting.drop(NAME);

/** One line on what has been chosen and what it costs at the door. */
export const summary = ({ date, adults, children }) => {
  const parts = [];
  if (date) parts.push(dayText(date));
  if (adults) parts.push(say("adults", { n: adults }));
  if (children > 0) parts.push(say("children", { n: children }));
  if (adults) parts.push(price(minor(shop.walk.adult) * adults + minor(shop.walk.child) * (children || 0)));
  return parts.join(" · ");
};
