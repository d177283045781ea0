/** Adapter for what a page's markup says it sells: JSON-LD, microdata, OpenGraph. */

import { merged, toldOf } from "../readers/item";
import type { Here } from "../readers/claim";
import { hereOf } from "../readers/here";
import { type Markup, readMarkup } from "../readers/markup";
import { pricePlace } from "../readers/place";
import type { Ear } from "./ear";

/** Markup that was not there at once is looked for so many seconds more. */
const LOOKS = 8;
const LOOK_MS = 1_000;

export default (ear: Ear): void => {
  let looks = 0;
  let unwait: (() => void) | undefined;
  let turn = 0;
  let last = "";
  let stale = "";
  const look = ear.safely(() => {
    const here = hereOf(document);
    const asked = turn;
    readMarkup(document, here).then(
      ear.safely((markup) => {
        if (asked === turn) judge(here, markup);
      }),
      () => undefined,
    );
  });
  const judge = (here: Here, { claims: said, many }: Markup): void => {
    const words = JSON.stringify(said);
    // What said the same before the page changed its view is left over from there.
    const claims = words === stale ? [] : said;
    if (claims.length) last = words;
    ear.claims = claims;
    const told = toldOf(claims);
    const [price, other] = told?.prices ?? [];
    // A price that markup tells once and the page shows has two witnesses; for any other the page itself is asked.
    if (told?.currency && price && !other && pricePlace(document, price)) ear.view({ ...merged(claims, here), price });
    else {
      if (!many) ear.need("plain");
      if (!price && ++looks <= LOOKS) unwait = ear.later(LOOK_MS, look);
    }
  };
  ear.onTurn(() => {
    unwait?.();
    turn++;
    stale = last;
    looks = 0;
    ear.claims = [];
    look();
  });
  look();
};
