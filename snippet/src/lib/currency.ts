/** Currency codes. */

/** `value` as an ISO 4217 code in capitals; undefined for anything else. */
export const currency = (value: unknown): string | undefined => {
  const code = typeof value === "string" ? value.trim().toUpperCase() : "";
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
};
