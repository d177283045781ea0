/** What the score runs on price strings: the parser by itself. */

import { money } from "../../snippet/src/readers/money";

(globalThis as { money?: unknown }).money = (text: string) => money(text) ?? null;
