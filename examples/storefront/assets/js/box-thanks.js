// After subscribing: how often the box comes.

import { passing } from "./memory.js";
import { summary } from "./subscription.js";

const joined = passing.read("box", null);
document.getElementById("joined").hidden = !joined;
document.getElementById("empty").hidden = Boolean(joined);
if (joined) document.getElementById("chosen").textContent = summary(joined);
