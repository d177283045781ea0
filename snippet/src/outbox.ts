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

const isEvent = (slot: Slot): slot is Slot & { event: ShopEvent } => slot.event !== undefined;
const hole = (s: number, to: number, why: Loss["why"]): Slot => ({ s, to, size: 0, why });

/**
 * One stream's events. The slots are the unacknowledged ones, ascending and without a gap from `acked + 1` to `last`;
 * the ring holds the newest acknowledged ones, in case the server's store goes back in time.
 */
export class Outbox {
  /** Most events the server wants unacknowledged at a time. */
  win = EV_EVENTS;
  last = 0;
  acked = 0;
  #slots: Slot[] = [];
  #ring: Slot[] = [];
  #sent = 0;
  #resent = 0;
  #batches: number[] = [];

  get first(): number {
    return this.#slots.find(isEvent)?.s ?? this.last + 1;
  }

  get empty(): boolean {
    return this.#slots.length === 0;
  }

  /** Numbers and holds an event; returns its number, or 0 when there was no room for one of its class. */
  keep(event: ShopEvent): number {
    const size = bytes(event);
    if (size > EVENT_BYTES || !this.#makeRoom(size, classOf(event.n))) return 0;
    const s = ++this.last;
    this.#slots.push({ s, to: s, size, event });
    return s;
  }

  /** The next frame to write, now counted as sent; undefined when there is nothing, or the window is full. */
  next(now: number): EvFrame | SkipFrame | undefined {
    const at = this.#slots.findIndex((slot) => slot.to > this.#sent);
    const slot = this.#slots[at];
    if (!slot) return undefined;
    return isEvent(slot) ? this.#nextEvents(at, now) : this.#nextSkip(slot);
  }

  /** Everything up to `hi` is durable at the server. */
  ack(hi: number): void {
    const upTo = Math.min(hi, this.last);
    if (upTo <= this.acked) return;
    this.#slots = cut(this.#slots, upTo, (done) => this.#ring.push(done));
    this.#ring = this.#ring.slice(-RING_EVENTS);
    while (weight(this.#ring) > MOST_BYTES) this.#ring.shift();
    this.acked = upTo;
    this.#sent = Math.max(this.#sent, upTo);
    this.#batches = this.#batches.filter((end) => end > upTo);
  }

  /**
   * Takes up the stream where the server says it is; everything after `hi` counts as unsent.
   *
   * @param corrupt - the server could not decode the first frame after `hi`: it is given up.
   * @returns false when the server knows more of the stream than we ever sent: it must not be used again.
   */
  resume(hi: number, corrupt = false): boolean {
    if (hi > this.last) return false;
    const back = hi < this.acked;
    if (back) this.#replay(hi);
    else this.ack(hi);
    const end = corrupt && !back ? (this.#batches[0] ?? hi) : hi;
    if (end > hi) this.#slots = [hole(hi + 1, end, "corrupt"), ...cut(this.#slots, end)];
    this.#sent = hi;
    this.#resent = this.last;
    this.#batches = [];
    return true;
  }

  /** The server saw a gap and wants everything from `need` again. */
  nack(need: number): void {
    if (need <= this.acked) this.resume(need - 1);
    else if (need <= this.#sent) {
      this.#sent = need - 1;
      this.#batches = this.#batches.filter((end) => end < need);
    }
  }

  /** What one beacon, or one stored copy, of at most `most` bytes can hold. */
  piece(most: number): Piece {
    const from = this.#slots.findIndex(isEvent);
    const holes = from < 0 ? this.#slots : this.#slots.slice(0, from);
    const events = from < 0 ? [] : run(this.#slots, from, BEACON_EVENTS, most, this.last);
    return {
      s: events[0]?.s ?? this.last + 1,
      events: events.map(({ event }) => event),
      skip: holes.flatMap(({ s, to, why = "overflow" }) => spans(s, to, why)),
    };
  }

  #nextEvents(at: number, now: number): EvFrame | undefined {
    // What was unacknowledged at a resume may exceed the window.
    const limit = Math.max(this.acked + this.win, this.#resent);
    const batch = run(this.#slots, at, EV_EVENTS, FRAME_BYTES, limit);
    const [head] = batch;
    if (!head) return undefined;
    this.#sent = head.s + batch.length - 1;
    this.#batches.push(this.#sent);
    const events = batch.map(({ event }) => event);
    return { t: "ev", s: head.s, mono: now, e: aged(events, now) };
  }

  /** A skip may only follow what is applied: it waits until everything before it is acknowledged. */
  #nextSkip({ to, why = "overflow" }: Slot): SkipFrame | undefined {
    const from = this.#sent + 1;
    if (this.acked < this.#sent) return undefined;
    const [loss] = spans(from, to, why);
    if (!loss) return undefined;
    this.#sent = loss.to;
    return { t: "skip", ...loss };
  }

  #replay(hi: number): void {
    const lowest = (this.#ring[0] ?? this.#slots[0])?.s ?? this.last + 1;
    const back: Slot[] = [];
    for (const slot of this.#ring) if (slot.to > hi) back.push(slot.s > hi ? slot : { ...slot, s: hi + 1 });
    this.#ring = this.#ring.filter((slot) => slot.to <= hi);
    if (lowest > hi + 1) back.unshift(hole(hi + 1, lowest - 1, "overflow"));
    this.#slots = [...back, ...this.#slots];
    this.acked = hi;
  }

  /** Gives up the least dear and oldest until there is room; false when the newcomer is the least dear itself. */
  #makeRoom(size: number, own: EventClass): boolean {
    const full = (): boolean =>
      this.#slots.filter(isEvent).length >= MOST_EVENTS || weight(this.#slots) + size > MOST_BYTES;
    while (full()) {
      const oldest = (kind: EventClass): number =>
        this.#slots.findIndex((slot) => isEvent(slot) && classOf(slot.event.n) === kind);
      const low = oldest("low");
      if (low < 0 && own === "low") return false;
      const view = low < 0 ? oldest("view") : low;
      if (view < 0 && own === "view") return false;
      this.#giveUp(view < 0 ? this.#slots.findIndex(isEvent) : view);
    }
    return true;
  }

  #giveUp(at: number): void {
    const slot = this.#slots[at];
    if (!slot) return;
    const before = this.#slots[at - 1];
    const after = this.#slots[at + 1];
    const s = before?.why === "overflow" ? before.s : slot.s;
    const to = after?.why === "overflow" ? after.to : slot.to;
    this.#slots = [
      ...this.#slots.filter((other) => other.to < s),
      hole(s, to, "overflow"),
      ...this.#slots.filter((other) => other.s > to),
    ];
  }
}

const weight = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + slot.size, 0);

/** `slots` after `upTo`; those before go to `done`, a hole across the border is parted. */
const cut = (slots: readonly Slot[], upTo: number, done: (slot: Slot) => void = () => undefined): Slot[] => {
  const rest: Slot[] = [];
  for (const slot of slots) {
    if (slot.s <= upTo) done(slot.to > upTo ? { ...slot, to: upTo } : slot);
    if (slot.to > upTo) rest.push(slot.s > upTo ? slot : { ...slot, s: upTo + 1 });
  }
  return rest;
};

/** The run of events from `at`, at most `most` and `room` bytes, none numbered above `limit`; at least one fits. */
const run = (slots: readonly Slot[], at: number, most: number, room: number, limit: number) => {
  const found: (Slot & { event: ShopEvent })[] = [];
  let used = 0;
  for (const slot of slots.slice(at, at + most)) {
    used += slot.size;
    if (!isEvent(slot) || slot.s > limit || (used > room && found.length)) break;
    found.push(slot);
  }
  return found;
};

const spans = (from: number, to: number, why: Loss["why"]): readonly Loss[] => {
  const found: Loss[] = [];
  for (let s = from; s <= to; s += SKIP_SPAN + 1) found.push({ from: s, to: Math.min(to, s + SKIP_SPAN), why });
  return found;
};
