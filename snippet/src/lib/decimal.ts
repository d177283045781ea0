/** Money as the wire carries it. */

import { amounts } from "./amount";

/**
 * `value` as a decimal string with at most four decimals; undefined when it is no amount of zero or more.
 * Shops give numbers, plain strings and strings written for people.
 */
export const decimal = (value: unknown): string | undefined => {
  if (typeof value === "number") return finite(value);
  if (typeof value !== "string" || /^\s*-/.test(value)) return undefined;
  const found = /^\s*\d+(\.\d+)?\s*$/.test(value) ? value.trim() : amounts(value)[0];
  return found === undefined ? undefined : /^\d{1,12}(\.\d{1,4})?$/.test(found) ? found : finite(Number(found));
};

const finite = (value: number): string | undefined =>
  value >= 0 && value < 1e12 ? String(Math.round(value * 1e4) / 1e4) : undefined;
