// What has been chosen for the tea box so far, kept by the shop until it is subscribed to.

import { lasting } from "./memory.js";
import { minor, price, say, shop } from "./shop.js";

const NAME = "box";

export const chosen = () => lasting.read(NAME, {});

export const choose = (more) => lasting.write(NAME, { ...chosen(), ...more });

export const forget = () => lasting.drop(NAME);

/** One line on how often the box comes and what one costs. */
export const summary = ({ rhythm }) =>
  rhythm ? `${say(rhythm === "seasons" ? "box_seasons" : "box_halves")} · ${price(minor(shop.box))}` : "";
