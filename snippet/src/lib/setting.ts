/** Numbers from the owner's settings. */

/** `value` when it is a number above zero. */
export const setting = (value: unknown, otherwise: number): number => (typeof value === "number" && value > 0 ? value : otherwise);
