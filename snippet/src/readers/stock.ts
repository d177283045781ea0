/** Whether something can be had, as markup tells it. */

/** Whether stock is told, and which: schema.org's names, OpenGraph's and plain words alike. */
export const stocked = (value: unknown): boolean | undefined => {
  const words = String(value ?? "");
  if (/(out ?of ?stock|sold ?out|discontinued|unavailable|oos)\W*$/i.test(words)) return false;
  return /(in ?stock|instoreonly|limited\w*|online\w*|pre-?order|pre-?sale|back ?order|made ?to ?order|available( for order)?)\W*$/i.test(words) ? true : undefined;
};
