/** Tests of the promise that no kept event is lost, doubled or renumbered without being named. @vitest-environment node */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newOutbox, type Outbox, type ShopEvent } from "../../snippet/src/outbox";
import type { EvFrame, SkipFrame } from "../../snippet/src/wire";

const event = (n = "page_ping", at = 0, d: Record<string, unknown> = {}): ShopEvent => ({ n, v: 1, d, at });
const filled = (count: number, n?: string): Outbox => {
  const box = newOutbox();
  for (let i = 0; i < count; i++) box.keep(event(n, i));
  return box;
};
const drain = (box: Outbox, now = 0): (EvFrame | SkipFrame)[] => {
  const frames = [];
  for (let frame = box.next(now); frame; frame = box.next(now)) frames.push(frame);
  return frames;
};
const ev = (frame: EvFrame | SkipFrame | undefined): EvFrame => {
  if (frame?.t !== "ev") throw new Error(`expected ev, got ${frame?.t}`);
  return frame;
};

describe("sending", () => {
  test("numbers begin at one and an event's age is recomputed when its frame is written", () => {
    const box = newOutbox();
    box.keep(event("page_view", 100));
    box.keep(event("view_item", 250.4));

    expect(box.next(400)).toEqual({
      t: "ev",
      s: 1,
      mono: 400,
      e: [
        { n: "page_view", dt: 300, v: 1, d: {} },
        { n: "view_item", dt: 150, v: 1, d: {} },
      ],
    });
    expect(box.next(400)).toBeUndefined();
  });

  test("no more than the window is outstanding, and an ack opens it again", () => {
    const box = filled(10);
    box.win = 4;

    expect(ev(box.next(0)).e).toHaveLength(4);
    expect(box.next(0)).toBeUndefined();
    box.ack(2);
    expect(ev(box.next(0))).toMatchObject({ s: 5 });
  });

  test("no frame holds more than 64 events or 32 KiB", () => {
    const box = newOutbox();
    box.win = 500;
    for (let i = 0; i < 100; i++) box.keep(event("cart", 0, { pad: "ü".repeat(600) }));

    const sizes = drain(box).map((frame) => new TextEncoder().encode(JSON.stringify(frame)).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(32 * 1024);
    expect(sizes.length).toBeGreaterThan(2);
  });
});

describe("resuming", () => {
  test("what the server has is dropped, the rest goes again under its old numbers", () => {
    const box = filled(5);
    drain(box);

    expect(box.resume(3)).toBe(true);
    expect(ev(box.next(0))).toMatchObject({ s: 4 });
    expect(box.hi).toBe(3);
  });

  test("a store that went back in time gets acknowledged events again", () => {
    const box = filled(5);
    drain(box);
    box.ack(5);

    box.resume(2);
    const again = ev(box.next(0));
    expect([again.s, again.e.length]).toEqual([3, 3]);
  });

  test("what the ring no longer holds is stated as skipped first", () => {
    const box = newOutbox();
    box.win = 1000;
    for (let i = 0; i < 400; i++) {
      box.keep(event());
      drain(box);
      box.ack(box.last);
    }

    box.resume(10);
    const [skip, ...rest] = drain(box);
    expect(skip).toEqual({ t: "skip", from: 11, to: 144, why: "overflow" });
    expect(rest[0]).toMatchObject({ t: "ev", s: 145 });
  });

  test("a server that knows more than was ever sent ends the stream", () => {
    expect(filled(2).resume(3)).toBe(false);
  });

  test("a resume may exceed the window by what was unacknowledged already", () => {
    const box = filled(20);
    box.win = 4;

    box.resume(0);
    expect(ev(box.next(0)).e).toHaveLength(20);
  });

  test("after a frame the server could not decode, exactly that frame is given up", () => {
    const box = filled(3);
    box.next(0);
    box.keep(event());
    box.next(0);

    box.resume(0, true);
    expect(drain(box)).toMatchObject([
      { t: "skip", from: 1, to: 3, why: "corrupt" },
      { t: "ev", s: 4 },
    ]);
  });

  test("the frame that could not be decoded is the first one the server lacks, not the first one unacknowledged", () => {
    const box = filled(2);
    box.next(0);
    box.keep(event());
    box.next(0);

    box.resume(2, true);
    expect(box.next(0)).toEqual({ t: "skip", from: 3, to: 3, why: "corrupt" });
  });

  test("a frame given up into the middle of a hole loses none of the numbers behind it", () => {
    const box = filled(40);
    box.win = 30;
    box.next(0);
    for (let i = 0; i < 260; i++) box.keep(event("page_view"));

    box.resume(0, true);
    expect(drain(box)).toMatchObject([{ t: "skip", from: 1, to: 44 }, { t: "ev", s: 45 }, {}, {}, {}]);
  });

  test("a gap seen by the server is filled from where it asks", () => {
    const box = filled(5);
    drain(box);

    box.nack(3);
    expect(ev(box.next(0))).toMatchObject({ s: 3 });
  });

  test("asked for a number within a loss, the rest of the loss is stated: a beacon brought its beginning", () => {
    const box = filled(300);

    const [skip] = drain(box);
    expect(skip).toMatchObject({ t: "skip", from: 1, to: 44 });
    box.nack(21);
    expect(drain(box)[0]).toMatchObject({ t: "skip", from: 21, to: 44 });
  });

  test("a gap that every frame behind it complains of is filled once, and again after a new connection", () => {
    const box = newOutbox();
    for (let i = 0; i < 40; i++) {
      box.keep(event());
      box.next(0);
    }

    let again = 0;
    for (let i = 0; i < 40; i++) {
      box.nack(1);
      for (const frame of drain(box)) again += ev(frame).e.length;
    }
    expect(again).toBe(40);
    box.resume(0);
    drain(box);
    box.nack(1);
    expect(ev(box.next(0)).e).toHaveLength(40);
  });
});

describe("overflowing", () => {
  test("the oldest of the least dear goes, with a skip in its place; keepsakes stay", () => {
    const box = filled(1, "cart");
    for (let i = 0; i < 260; i++) box.keep(event("page_view"));
    box.keep(event("purchase"));
    box.win = 1000;

    const first = box.next(0);
    expect(first).toMatchObject({ t: "ev", s: 1, e: [{ n: "cart" }] });
    expect(box.next(0)).toBeUndefined(); // A skip waits until everything before it is acknowledged.
    box.ack(1);
    expect(box.next(0)).toEqual({ t: "skip", from: 2, to: 7, why: "overflow" });
  });

  test("a newcomer of the lowest class finds no room among dearer ones and takes no number", () => {
    const box = filled(256, "goal_step");

    expect(box.keep(event("page_ping"))).toBe(0);
    expect(box.keep(event("page_view"))).toBe(0);
    expect(box.last).toBe(256);
  });

  test("an event too large for any frame is refused", () => {
    expect(newOutbox().keep(event("custom", 0, { pad: "x".repeat(40_000) }))).toBe(0);
  });
});

describe("a piece for a beacon or the device", () => {
  test("holds the oldest unacknowledged events that fit, in one run", () => {
    const box = filled(10);
    box.ack(4);

    expect(box.piece(1e6)).toMatchObject({ s: 5, skip: [] });
    expect(box.piece(1e6).events).toHaveLength(6);
    expect(box.piece(1).events).toHaveLength(1);
    expect(newOutbox().piece(1e6)).toEqual({ s: 1, events: [], skip: [] });
  });
});

/** A server that applies in order, keeps what it applied, and may lose its newest part. */
class Server {
  log: string[] = [];

  take(frame: EvFrame | SkipFrame): number | undefined {
    if (frame.t === "skip") {
      if (frame.from !== this.log.length + 1) return this.log.length + 1;
      for (let s = frame.from; s <= frame.to; s++) this.log.push("skip");
      return undefined;
    }
    for (const [i, { d }] of frame.e.entries()) {
      const s = frame.s + i;
      if (s > this.log.length + 1) return this.log.length + 1;
      if (s === this.log.length + 1) this.log.push(String(d["id"]));
    }
    return undefined;
  }
}

const moves = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant("keep"), n: fc.constantFrom("page_ping", "page_view", "cart"), many: fc.integer({ min: 1, max: 90 }) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant("send"), n: fc.constant(""), many: fc.integer({ min: 1, max: 4 }) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("ack"), n: fc.constant(""), many: fc.constant(0) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("lose"), n: fc.constant(""), many: fc.constant(1) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("resume"), n: fc.constant(""), many: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("rollback"), n: fc.constant(""), many: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("corrupt"), n: fc.constant(""), many: fc.constant(0) }) },
  ),
  { maxLength: 60 },
);

/** Runs moves against box and server, and then, to `heal`, until both agree; returns what was kept under which number. */
const play = (steps: readonly { do: string; n: string; many: number }[], heal = true): { kept: Map<number, string>; server: Server; box: Outbox } => {
  const [box, server, kept] = [newOutbox(), new Server(), new Map<number, string>()];
  let lost = false;
  let tried = 0;
  const send = (frame = box.next(0)): boolean => {
    if (frame && !lost) {
      const need = server.take(frame);
      if (need) box.nack(need);
    }
    return frame !== undefined;
  };
  for (const { do: what, n, many } of steps) {
    for (let i = 0; i < many; i++) {
      if (what === "send") send();
      if (what !== "keep") continue;
      const id = `e${tried++}`;
      const s = box.keep(event(n, 0, { id }));
      if (s) kept.set(s, id);
    }
    if (what === "ack" && !lost) box.ack(server.log.length);
    if (what === "lose") lost = true;
    if (what === "rollback") server.log.length = Math.max(0, server.log.length - many);
    if (/resume|rollback|corrupt/.test(what)) {
      lost = false;
      expect(box.resume(server.log.length, what === "corrupt")).toBe(true);
    }
  }
  if (!heal) return { kept, server, box };
  lost = false;
  box.resume(server.log.length);
  while (send() || !box.empty()) box.ack(server.log.length);
  return { kept, server, box };
};

test("after any accidents every kept event is at the server under its own number, or named by a skip", () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const { kept, server, box } = play(steps);

      expect(server.log).toHaveLength(box.last);
      for (const [i, id] of server.log.entries()) if (id !== "skip") expect(id).toBe(kept.get(i + 1));
      expect(new Set(server.log.filter((id) => id !== "skip")).size).toBe(server.log.filter((id) => id !== "skip").length);
      expect(kept.size).toBe(box.last);
    }),
    { numRuns: 300 },
  );
});

test("at any moment kept = acknowledged + unacknowledged + skipped", () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const { kept, server, box } = play(steps, false);
      const held = box.hi;
      const acknowledged = server.log.slice(0, held).filter((id) => id !== "skip").length;
      let [unacknowledged, skipped] = [0, held - acknowledged];
      box.resume(held);
      for (let frame = box.next(0); frame; frame = box.next(0)) {
        if (frame.t === "skip") skipped += frame.to - frame.from + 1;
        else unacknowledged += frame.e.length;
        box.ack(frame.t === "skip" ? frame.to : frame.s + frame.e.length - 1);
      }

      expect(acknowledged + unacknowledged + skipped).toBe(kept.size);
    }),
    { numRuns: 300 },
  );
});

test("without overflow, rollback beyond the ring or corruption nothing is ever skipped", () => {
  const calm = moves.map((steps) => steps.filter((step) => step.do !== "corrupt").map((step) => ({ ...step, many: Math.min(step.many, 4) })));
  fc.assert(
    fc.property(calm, (steps) => {
      expect(play(steps).server.log).not.toContain("skip");
    }),
    { numRuns: 200 },
  );
});
