/** Events on their way: numbered when kept, held until acknowledged, replayable, every loss named. Pure. */

import { bytes } from "./lib/bytes";
import {
  BEACON_EVENTS,
  classOf,
  EV_EVENTS,
  type EvFrame,
  type EventClass,
  type Fields,
  FRAME_BYTES,
  type Loss,
  SKIP_SPAN,
  type SkipFrame,
  type WireEvent,
} from "./wire";

/** An event as the page told it; `at` in milliseconds on the clock of this document. */
export interface ShopEvent {
  readonly n: string;
  readonly v: number;
  readonly d: Fields;
  readonly at: number;
}

/** Events `s` … `to`: one event, or a hole where events were given up. */
interface Slot {
  readonly s: number;
  readonly to: number;
  readonly size: number;
  readonly event?: ShopEvent;
  readonly why?: Loss["why"];
}

/** The oldest unacknowledged events in one piece, and the losses before them. */
export interface Piece {
  readonly s: number;
  readonly events: readonly ShopEvent[];
  readonly skip: readonly Loss[];
}

const MOST_EVENTS = 256;
const MOST_BYTES = 128 * 1024;
/** Larger events are not kept; a cart of fifty full lines stays below. */
const EVENT_BYTES = 24 * 1024;
const RING_EVENTS = 256;

/** `events` as they travel in a frame written at `now`. */
export const aged = (events: readonly ShopEvent[], now: number): readonly WireEvent[] =>
  events.map(({ n, v, d, at }) => ({ n, dt: Math.max(0, Math.round(now - at)), v, d }));

type Kept = Slot & { readonly event: ShopEvent };

const isEvent = (slot: Slot): slot is Kept => !!slot.event;
const weight = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + slot.size, 0);

/**
 * One stream's events, ascending and without a gap up to `last`: those after `acked` are unacknowledged, the newest
 * ones before it stay in case the server's store goes back in time.
 */
export const newOutbox = () => {
  const self = {
    /** Most events the server wants unacknowledged at a time. */
    win: EV_EVENTS,
    last: 0,
    /** Everything up to here is durable at the server. */
    hi: 0,
  };
  let log: Slot[] = [];
  let sent = 0;
  let resent = 0;
  let batches: number[] = [];
  /** What the server asked for again since the last resume. */
  let asked = 0;

  /** Number of the oldest unacknowledged event; above `last` when there is none. */
  const first = (): number => open().find(isEvent)?.s ?? self.last + 1;

  const empty = (): boolean => self.hi === self.last;

  /** Numbers and holds an event; returns its number, or 0 when there was no room for one of its class. */
  const keep = (event: ShopEvent): number => {
    const size = bytes(event);
    if (size > EVENT_BYTES || !makeRoom(size, event.n)) return 0;
    const s = ++self.last;
    log.push({ s, to: s, size, event });
    return s;
  };

  /** The next frame to write, now counted as sent; undefined when there is nothing, or the window is full. */
  const next = (now: number): EvFrame | SkipFrame | undefined => {
    const slots = log.filter(({ to }) => to > sent);
    const [head] = slots;
    if (!head) return undefined;
    if (!isEvent(head)) {
      // A skip may only follow what is applied: it waits until everything before it is acknowledged, or until the server
      // asks for this very number: then it has all before it, by a beacon whose answer was lost.
      if (sent > self.hi && sent >= asked) return undefined;
      const loss = span(sent + 1, head);
      sent = loss.to;
      return { t: "skip", ...loss };
    }
    // What was unacknowledged at a resume may exceed the window.
    const events = run(slots, EV_EVENTS, FRAME_BYTES, Math.max(self.hi + self.win, resent));
    if (!events.length) return undefined;
    sent = head.s + events.length - 1;
    batches.push(sent);
    return { t: "ev", s: head.s, mono: now, e: aged(events, now) };
  };

  /** Everything up to `hi` is durable at the server; no number at all changes nothing. */
  const ack = (hi: number): void => {
    if (hi > self.hi) self.hi = Math.min(hi, self.last);
    sent = Math.max(sent, self.hi);
    batches = batches.filter((end) => end > self.hi);
    const done = log.filter(({ to }) => to <= self.hi);
    for (; done.length > RING_EVENTS || weight(done) > MOST_BYTES; done.shift()) log.shift();
  };

  /**
   * Takes up the stream where the server says it is; everything after `hi` counts as unsent.
   *
   * @param corrupt - the server could not decode the first frame after `hi`: it is given up.
   * @returns false when the server knows more of the stream than we ever sent: it must not be used again.
   */
  const resume = (hi: number, corrupt = false): boolean => {
    if (!(hi <= self.last)) return false;
    const lowest = log[0]?.s ?? self.last + 1;
    if (hi < self.hi) {
      self.hi = hi;
      if (lowest > hi + 1) lose(hi + 1, lowest - 1, "overflow");
    } else {
      ack(hi);
      const [batch] = batches;
      if (corrupt && batch) lose(hi + 1, batch, "corrupt");
    }
    sent = hi;
    asked = 0;
    resent = self.last;
    batches = [];
    return true;
  };

  /**
   * The server saw a gap and wants everything from `need` again. It says so once for every frame behind the gap, which
   * is filled once: on one connection a later gap begins at a higher number.
   */
  const nack = (need: number): void => {
    if (need === asked) return;
    if (need <= self.hi) resume(need - 1);
    else if (need <= sent) {
      sent = need - 1;
      batches = batches.filter((end) => end < need);
    }
    asked = need;
  };

  /** What one beacon, or one stored copy, of at most `most` bytes can hold. */
  const piece = (most: number): Piece => {
    const s = first();
    const slots = open();
    const skip: Loss[] = [];
    for (const hole of slots.filter(({ to }) => to < s)) {
      for (let from = Math.max(hole.s, self.hi + 1); from <= hole.to; from += SKIP_SPAN + 1) skip.push(span(from, hole));
    }
    return { s, events: run(slots.filter((slot) => slot.s >= s), BEACON_EVENTS, most, self.last), skip };
  };

  /** What is not acknowledged. */
  const open = (): Slot[] => log.filter(({ to }) => to > self.hi);

  /** Gives up the least dear and oldest until there is room; false when the newcomer is the least dear itself. */
  const makeRoom = (size: number, name: string): boolean => {
    for (;;) {
      const events = open().filter(isEvent);
      if (events.length < MOST_EVENTS && weight(events) + size <= MOST_BYTES) return true;
      const kinds = DEAR.slice(0, DEAR.indexOf(classOf(name)) + 1);
      const least = kinds.map((kind) => events.find(({ event }) => classOf(event.n) === kind)).find(Boolean);
      if (!least) return false;
      lose(least.s, least.s, "overflow");
    }
  };

  /** Puts a hole in the place of `from` … `to`, in one piece with holes it meets and those of its kind beside it. */
  const lose = (from: number, to: number, why: Loss["why"]): void => {
    const beside = log.filter((slot) => {
      const reach = slot.why === why ? 1 : 0;
      return slot.why && slot.to >= from - reach && slot.s <= to + reach;
    });
    const s = Math.min(from, ...beside.map((slot) => slot.s));
    const end = Math.max(to, ...beside.map((slot) => slot.to));
    const before = log.filter((slot) => slot.to < s);
    log = [...before, { s, to: end, size: 0, why }, ...log.filter((slot) => slot.to > end)];
  };
  return Object.assign(self, { first, empty, keep, next, ack, resume, nack, piece });
};

export type Outbox = ReturnType<typeof newOutbox>;

const DEAR: readonly EventClass[] = ["low", "view", "keep"];

/** The run of events at the head of `slots`, at most `most` and `room` bytes, none above `limit`; at least one fits. */
const run = (slots: readonly Slot[], most: number, room: number, limit: number): readonly ShopEvent[] => {
  const found: ShopEvent[] = [];
  for (const { event, size, s } of slots.slice(0, most)) {
    room -= size;
    if (!event || s > limit || (room < 0 && found.length)) break;
    found.push(event);
  }
  return found;
};

/** What one frame may name of a hole, from `from` on. */
const span = (from: number, { to, why = "overflow" }: Slot): Loss => ({ from, to: Math.min(to, from + SKIP_SPAN), why });
