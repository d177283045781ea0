/** Adapter for what a page's markup says it sells: JSON-LD, microdata, OpenGraph. */

import { merged, toldOf } from "../readers/item";
import type { Claim, Here } from "../readers/claim";
import { hereOf } from "../readers/here";
import { type Markup, readMarkup } from "../readers/markup";
import { pricePlace } from "../readers/place";
import type { Ear } from "./ear";

/** Markup that was not there at once is looked for so many seconds more. */
const LOOKS = 8;
const LOOK_MS = 1_000;

export const listen = (ear: Ear): void => {
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
        if (asked === turn) void judge(here, markup).catch(() => undefined);
      }),
      () => undefined,
    );
  });
  /** Told already, of the view before this one. */
  const isBefore = (told: Claim | undefined): boolean => !!told && told.name === ear.before?.["name"] && told.prices[0] === ear.before?.["price"];
  const judge = async (here: Here, { claims: said, many }: Markup): Promise<void> => {
    const words = JSON.stringify(said);
    // What said the same before the page changed its view is left over from there.
    const claims = words === stale || isBefore(toldOf(said)) ? [] : said;
    if (claims.length) [last, ear.before] = [words, undefined];
    ear.claims = claims;
    const told = toldOf(claims);
    const [price, other] = told?.prices ?? [];
    const asked = turn;
    // A price that markup tells once and the page shows has two witnesses; for any other the page itself is asked.
    if (told?.currency && price && !other && (await pricePlace(document, price))) {
      if (asked === turn) ear.view({ ...merged(claims, here), price });
    } else if (asked === turn) {
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
