/** Who we are to the server: a stream's secret name, and the shape of what a browser keeps. */

import type { Keep } from "./lib/keep";
import { record } from "./lib/record";

/** A token not renewed for so long is forgotten, in milliseconds. */
const TOKEN_MS = 30 * 24 * 3600 * 1000;

/**
 * A stream's name: 128 random bits as 22 characters of base64url.
 *
 * @param random - 16 random bytes.
 */
export const streamId = (random: Uint8Array): string =>
  btoa(String.fromCharCode(...random))
    .slice(0, 22)
    .replace(/\W/g, (one) => (one === "+" ? "-" : "_"));

/** What is kept on the device, and only while consent is full. */
export interface Memory {
  readonly tok?: string | undefined;
  /** When `tok` was last given, and when the visitor agreed in so many words; milliseconds since 1970. */
  readonly at?: number;
  readonly agreed?: number | undefined;
}

/** Reads what an earlier page kept. */
export const recall = (keep: Keep, key: string, wall: number): Memory => {
  const { tok, at, agreed } = record(keep.get(key)) ?? {};
  const good = typeof tok === "string" && wall - (at as number) < TOKEN_MS;
  return { tok: good ? tok : undefined, at: at as number, agreed: typeof agreed === "number" ? agreed : undefined };
};
