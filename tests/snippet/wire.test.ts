/** Tests of reading the server's frames, whatever they hold. @vitest-environment node */

import fc from "fast-check";
import { expect, test } from "vitest";
import { classOf, readFrame } from "../../snippet/src/wire";

test("a frame with its needed keys is read, unknown keys and all", () => {
  expect(readFrame('{"t":"ack","hi":3,"new":true}')).toEqual({ t: "ack", hi: 3, new: true });
  expect(readFrame('{"t":"bye","why":"restart","retry_ms":5}')).toMatchObject({ t: "bye" });
});

test("a frame of an unknown type, or without what it needs, is ignored", () => {
  for (const text of ['{"t":"ack"}', '{"t":"ack","hi":"3"}', '{"t":"later"}', '{"t":"constructor"}', "[]", "null", "{", ""]) {
    expect(readFrame(text)).toBeUndefined();
  }
});

test("no text at all can make reading throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (text) => void readFrame(text)));
});

test("what may be shed is told apart from what may not", () => {
  for (const name of ["cart", "add_to_cart", "begin_checkout", "add_payment_info", "purchase", "goal_step", "identify"]) {
    expect([name, classOf(name)]).toEqual([name, "keep"]);
  }
  for (const name of ["page_ping", "idle", "rage_click", "copy_text", "coupon_focus", "custom", "health"]) {
    expect([name, classOf(name)]).toEqual([name, "low"]);
  }
  for (const name of ["page_view", "view_item", "price_seen", "page_hide", "exit_intent", "form_error", "search"]) {
    expect([name, classOf(name)]).toEqual([name, "view"]);
  }
});
