/** Leaving out what is not there. */

/** `fields` without those that are undefined. */
export const trim = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
