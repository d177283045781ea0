/** One or many, as a list. */

/** `value` itself when it is an array, nothing as an empty list, anything else as a list of one. */
export const list = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
};
