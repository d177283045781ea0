/** The part that is fetched with the first prompt: joins manners, the life of prompts and, one fetch further, their looks. */

import { objection } from "./manners";
import type { Ready } from "./prompt";
import { newShowing, type Showing, type ShowingOwner } from "./showing";

/** @param drawer - the fetch of the drawer, already under way. */
export const begin = (owner: ShowingOwner, drawer: Promise<{ readonly ready: Ready }>): Showing =>
  newShowing(owner, async (d) => (await drawer).ready(d), objection);
