/** The part that is fetched with the first prompt: joins manners, the life of prompts and, one fetch further, their looks. */

import { objection } from "./manners";
import type { Draw } from "./prompt";
import { Showing, type ShowingOwner } from "./showing";

/** @param draw - the fetch of the drawer, already under way. */
export const begin = (owner: ShowingOwner, draw: Promise<{ readonly draw: Draw }>): Showing =>
  new Showing(owner, async () => (await draw).draw, objection);
