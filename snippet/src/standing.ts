/** The page's present state, told again to a new stream of full consent: cart, goals under way. */

import type { Fields } from "./wire";

export const newStanding = () => {
  const known = new Map<unknown, readonly [string, Fields]>();
  return {
    /** An event was told; most change nothing that stands. */
    hear: (n: string, d: Fields): void => {
      if (n === "goal_complete") known.delete(d["goal"]);
      // A cart is of no goal.
      else if (/^(cart$|goal_)/.test(n)) known.set(d["goal"], [n, d]);
    },
    told: () => known.values(),
  };
};
