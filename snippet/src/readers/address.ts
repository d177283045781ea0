/** What an address says of a product. Pure. */

/** Without query and fragment, and without the host: saved and proxied pages live elsewhere. */
export const pathOf = (address: string | undefined): string =>
  (address ?? "").replace(/^(https?:)?\/\/[^/]*/i, "").replace(/[?#].*/, "").replace(/\/$/, "");

/**
 * What names a product that nothing else does: its own page and the row of a cart that links there say the same. A long
 * number in an address is a shop's own number of the product nearly everywhere.
 */
export const skuOf = (address: string | undefined): string | undefined => {
  const path = pathOf(address);
  return path.match(/\d{5,}/g)?.at(-1) ?? (path.slice(0, 64) || undefined);
};
