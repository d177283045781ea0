/** Text out of markup, as it was meant. */

import { text } from "../lib/text";

/** Text in which entities were written twice is read as it was meant. */
export const clean = (value: unknown, most?: number): string | undefined =>
  text(
    typeof value === "string"
      ? value
          .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code) % 0x110000))
          .replace(/&(quot|apos|amp|nbsp);/g, (_, name: string) => ({ quot: '"', apos: "'", amp: "&" })[name] ?? " ")
      : value,
    most,
  );
