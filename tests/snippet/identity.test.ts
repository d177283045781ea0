/** Tests of who we are to the server, and of what a device keeps of it. @vitest-environment node */

import { expect, test } from "vitest";
import { recall, streamId } from "../../snippet/src/identity";
import { fakeKeep } from "./fake_keep";

const DAY_MS = 24 * 3600 * 1000;

test("a stream's name is 22 characters of base64url, whatever the bytes", () => {
  for (const byte of [0, 62, 250, 255]) expect(streamId(new Uint8Array(16).fill(byte))).toMatch(/^[\w-]{22}$/);
});

test("a token is good for thirty days without renewal", () => {
  const keep = fakeKeep({ k: { tok: "t", at: 1000, agreed: 5 } });

  expect(recall(keep, "k", 1000 + 30 * DAY_MS - 1).tok).toBe("t");
  expect(recall(keep, "k", 1000 + 30 * DAY_MS)).toMatchObject({ tok: undefined, agreed: 5 });
});

test("whatever stands in the storage, nothing but a sound memory comes out", () => {
  for (const junk of [null, 7, "x", [], { tok: 1, at: "x", agreed: {} }]) expect(recall(fakeKeep({ k: junk }), "k", 0)).toMatchObject({ tok: undefined, agreed: undefined });
});
