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
export class Outbox {
  /** Most events the server wants unacknowledged at a time. */
  win = EV_EVENTS;
  last = 0;
  /** Everything up to here is durable at the server. */
  hi = 0;
  #log: Slot[] = [];
  #sent = 0;
  #resent = 0;
  #batches: number[] = [];
  /** What the server asked for again since the last resume. */
  #asked = 0;

  /** Number of the oldest unacknowledged event; above `last` when there is none. */
  get first(): number {
    return this.#open().find(isEvent)?.s ?? this.last + 1;
  }

  get empty(): boolean {
    return this.hi === this.last;
  }

  /** Numbers and holds an event; returns its number, or 0 when there was no room for one of its class. */
  keep(event: ShopEvent): number {
    const size = bytes(event);
    if (size > EVENT_BYTES || !this.#makeRoom(size, event.n)) return 0;
    const s = ++this.last;
    this.#log.push({ s, to: s, size, event });
    return s;
  }

  /** The next frame to write, now counted as sent; undefined when there is nothing, or the window is full. */
  next(now: number): EvFrame | SkipFrame | undefined {
    const slots = this.#log.filter(({ to }) => to > this.#sent);
    const [head] = slots;
    if (!head) return undefined;
    if (!isEvent(head)) {
      // A skip may only follow what is applied: it waits until everything before it is acknowledged, or until the server
      // asks for this very number: then it has all before it, by a beacon whose answer was lost.
      const [loss] = this.#sent < Math.max(this.hi + 1, this.#asked) ? spans(this.#sent + 1, head) : [];
      if (!loss) return undefined;
      this.#sent = loss.to;
      return { t: "skip", ...loss };
    }
    // What was unacknowledged at a resume may exceed the window.
    const events = run(slots, EV_EVENTS, FRAME_BYTES, Math.max(this.hi + this.win, this.#resent));
    if (!events.length) return undefined;
    this.#sent = head.s + events.length - 1;
    this.#batches.push(this.#sent);
    return { t: "ev", s: head.s, mono: now, e: aged(events, now) };
  }

  /** Everything up to `hi` is durable at the server; no number at all changes nothing. */
  ack(hi: number): void {
    if (hi > this.hi) this.hi = Math.min(hi, this.last);
    this.#sent = Math.max(this.#sent, this.hi);
    this.#batches = this.#batches.filter((end) => end > this.hi);
    const done = this.#log.filter(({ to }) => to <= this.hi);
    for (; done.length > RING_EVENTS || weight(done) > MOST_BYTES; done.shift()) this.#log.shift();
  }

  /**
   * Takes up the stream where the server says it is; everything after `hi` counts as unsent.
   *
   * @param corrupt - the server could not decode the first frame after `hi`: it is given up.
   * @returns false when the server knows more of the stream than we ever sent: it must not be used again.
   */
  resume(hi: number, corrupt = false): boolean {
    if (!(hi <= this.last)) return false;
    const lowest = this.#log[0]?.s ?? this.last + 1;
    if (hi < this.hi) {
      this.hi = hi;
      if (lowest > hi + 1) this.#lose(hi + 1, lowest - 1, "overflow");
    } else {
      this.ack(hi);
      const [batch] = this.#batches;
      if (corrupt && batch) this.#lose(hi + 1, batch, "corrupt");
    }
    this.#sent = hi;
    this.#asked = 0;
    this.#resent = this.last;
    this.#batches = [];
    return true;
  }

  /**
   * The server saw a gap and wants everything from `need` again. It says so once for every frame behind the gap, which
   * is filled once: on one connection a later gap begins at a higher number.
   */
  nack(need: number): void {
    if (need === this.#asked) return;
    if (need <= this.hi) this.resume(need - 1);
    else if (need <= this.#sent) {
      this.#sent = need - 1;
      this.#batches = this.#batches.filter((end) => end < need);
    }
    this.#asked = need;
  }

  /** What one beacon, or one stored copy, of at most `most` bytes can hold. */
  piece(most: number): Piece {
    const { first } = this;
    const slots = this.#open();
    const skip = slots.filter(({ to }) => to < first).flatMap((hole) => spans(this.hi + 1, hole));
    return { s: first, events: run(slots.filter(({ s }) => s >= first), BEACON_EVENTS, most, this.last), skip };
  }

  /** What is not acknowledged. */
  #open(): Slot[] {
    return this.#log.filter(({ to }) => to > this.hi);
  }

  /** Gives up the least dear and oldest until there is room; false when the newcomer is the least dear itself. */
  #makeRoom(size: number, name: string): boolean {
    for (;;) {
      const events = this.#open().filter(isEvent);
      if (events.length < MOST_EVENTS && weight(events) + size <= MOST_BYTES) return true;
      const kinds = DEAR.slice(0, DEAR.indexOf(classOf(name)) + 1);
      const least = kinds.map((kind) => events.find(({ event }) => classOf(event.n) === kind)).find(Boolean);
      if (!least) return false;
      this.#lose(least.s, least.s, "overflow");
    }
  }

  /** Puts a hole in the place of `from` … `to`, in one piece with holes it meets and those of its kind beside it. */
  #lose(from: number, to: number, why: Loss["why"]): void {
    const beside = this.#log.filter((slot) => {
      const reach = slot.why === why ? 1 : 0;
      return slot.why && slot.to >= from - reach && slot.s <= to + reach;
    });
    const s = Math.min(from, ...beside.map((slot) => slot.s));
    const end = Math.max(to, ...beside.map((slot) => slot.to));
    const before = this.#log.filter((slot) => slot.to < s);
    this.#log = [...before, { s, to: end, size: 0, why }, ...this.#log.filter((slot) => slot.to > end)];
  }
}

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

/** A hole from `from` on, in as many losses as one frame each may name. */
const spans = (from: number, { s, to, why = "overflow" }: Slot): readonly Loss[] => {
  const found: Loss[] = [];
  for (let at = Math.max(from, s); at <= to; at += SKIP_SPAN + 1) found.push({ from: at, to: Math.min(to, at + SKIP_SPAN), why });
  return found;
};
