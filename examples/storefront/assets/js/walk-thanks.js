// After booking: which Saturday, how many people, what to bring to the door.

import { summary } from "./booking.js";
import { passing } from "./memory.js";

const booked = passing.read("walk", null);
document.getElementById("booked").hidden = !booked;
document.getElementById("empty").hidden = Boolean(booked);
if (booked) document.getElementById("chosen").textContent = summary(booked);
