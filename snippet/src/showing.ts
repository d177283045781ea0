/** What becomes of a pushed prompt: got, waited for a good moment, claimed, drawn, reported. One at a time. */

import type { Clock } from "./clock";
import { record } from "./lib/record";
import type { Objection } from "./manners";
import type { PromptData, PromptHost, Ready, Shown } from "./prompt";
import { hostOf } from "./looks";
import type { ClientFrame, Fields, PaFrame, PushState, ServerFrame } from "./wire";

export interface ShowingOwner {
  readonly clock: Clock;
  readonly send: (frame: ClientFrame) => boolean;
  /** Milliseconds since the page came up. */
  readonly ageMs: () => number;
  /** The owner's settings. */
  readonly cfg: () => Fields;
  /** The shop's own component takes it: true. */
  readonly offer: (d: PromptData, report: PromptHost["report"]) => boolean;
}

interface Pushed {
  readonly id: string;
  readonly d: PromptData;
  readonly at: number;
  readonly until: number;
  /** The last reason not to show it. */
  why: Objection | "place";
  /** When it was claimed; late answers do not count. */
  claimedAt?: number;
  shown?: Shown;
  on?: boolean;
}

const GRANT_MS = 800;
/** How often a waiting prompt looks whether the moment has come. */
const LOOK_MS = 400;
const KNOWN = 64;

export class Showing {
  readonly #owner: ShowingOwner;
  readonly #load: Ready;
  readonly #objection: (ageMs: number) => Objection;
  #waiting: Pushed[] = [];
  #now: Pushed | undefined;
  /** Claimed, but no answer came in time. */
  #late: Pushed[] = [];
  #known: string[] = [];
  #untold: PaFrame[] = [];
  #unlook: (() => void) | undefined;

  /**
   * @param load - fetches what draws a prompt; called early, so that it is there when it is needed.
   * @param objection - why this is a bad moment, from the age of the page view in milliseconds.
   */
  constructor(owner: ShowingOwner, load: Ready, objection: (ageMs: number) => Objection) {
    this.#owner = owner;
    this.#load = load;
    this.#objection = objection;
  }

  /** Ids of prompts on screen. */
  get held(): readonly string[] {
    return this.#now?.on ? [this.#now.id] : [];
  }

  /** A `push`, or the answer to a claim, that came at `at`. */
  hear(frame: ServerFrame, at: number): void {
    if (frame.t === "grant") this.#grant(frame);
    else if (frame["kind"] === "cancel") this.#cancel(record(frame["d"])?.["id"]);
    else this.#push(frame, at);
  }

  #push({ id, exp, d }: ServerFrame, at: number): void {
    const name = String(id);
    const body = record(d);
    if (!body || typeof body["headline"] !== "string" || this.#known.includes(name)) return;
    this.#known = [...this.#known.slice(-KNOWN), name];
    const until = at + (typeof exp === "number" ? exp : 0);
    const prompt = { actions: [], ...body } as unknown as PromptData;
    const pushed: Pushed = { id: name, d: prompt, at, until, why: "" };
    this.#waiting.push(pushed);
    this.#tell(pushed, "got");
    void this.#load(prompt).catch(() => undefined);
    this.look();
  }

  #grant({ id, ok }: ServerFrame): void {
    this.#giveUp((late) => late.id === id, ok);
    const pushed = this.#now;
    if (!pushed || pushed.id !== id || pushed.claimedAt === undefined || pushed.on) return;
    if (!ok) this.#end(pushed);
    else void this.#draw(pushed);
  }

  /** Those whose claim found no answer in time: a yes that comes now, or may have been lost, is answered with the truth. */
  #giveUp(of: (late: Pushed) => boolean, tell: unknown): void {
    if (tell) for (const late of this.#late.filter(of)) this.#tell(late, "blocked", "late");
    this.#late = this.#late.filter((late) => !of(late));
  }

  /** Withdrawn by the server: not shown any more, or taken away. */
  #cancel(id: unknown): void {
    this.#known.push(String(id));
    this.#waiting = this.#waiting.filter((pushed) => pushed.id !== id);
    const now = this.#now;
    if (now && now.id === id) this.#end(now);
  }

  /** Tells what could not be told while there was no connection. */
  reconnected(): void {
    const untold = this.#untold;
    this.#untold = [];
    for (const frame of untold) this.#send(frame);
    this.#giveUp(() => true, true);
    this.look();
  }

  /** The page goes: takes down what stands, and lets go of a claim that is under way. */
  withdraw(): void {
    this.#now?.shown?.close();
    this.#now = undefined;
    this.#unlook?.();
  }

  /** Claims the next prompt if this is a good moment; else looks again soon. */
  look(): void {
    this.#unlook?.();
    const { clock } = this.#owner;
    this.#waiting = this.#waiting.filter((pushed) => !this.#expired(pushed));
    const [next] = this.#waiting;
    if (!next || this.#now) {
      if (next) this.#lookSoon();
      return;
    }
    next.why = this.#objection(this.#owner.ageMs());
    if (next.why || !this.#owner.send({ t: "claim", id: next.id })) {
      this.#lookSoon();
      return;
    }
    this.#waiting.shift();
    next.claimedAt = clock.now();
    this.#now = next;
    clock.later(GRANT_MS, () => {
      if (this.#now !== next || next.on) return;
      this.#late.push(next);
      this.#end(next);
    });
  }

  #lookSoon(): void {
    this.#unlook = this.#owner.clock.later(LOOK_MS, () => this.look());
  }

  #expired(pushed: Pushed): boolean {
    if (this.#owner.clock.now() < pushed.until) return false;
    const blocked = pushed.why !== "" && pushed.why !== "away";
    this.#tell(pushed, blocked ? "blocked" : "expired", blocked ? pushed.why : undefined);
    return true;
  }

  async #draw(pushed: Pushed): Promise<void> {
    pushed.on = true;
    const over = (): boolean => this.#expired(pushed) && (this.#end(pushed), true);
    if (this.#now !== pushed || over()) return;
    const { clock, cfg, ageMs } = this.#owner;
    // Between claim and grant somebody may have begun to type.
    pushed.why = this.#objection(ageMs());
    if (pushed.why) {
      clock.later(LOOK_MS, () => void this.#draw(pushed));
      return;
    }
    const report: PromptHost["report"] = (st, a) => this.#report(pushed, st, a);
    try {
      if (this.#owner.offer(pushed.d, report)) {
        this.#tell(pushed, "shown");
        return;
      }
      const draw = await this.#load(pushed.d);
      // Fetching takes what it takes: by now it may be withdrawn, or over.
      if (this.#now !== pushed || over()) return;
      const objection = (): Objection => {
        const why = this.#objection(ageMs());
        pushed.why = why || "place";
        return why;
      };
      const shown = draw(pushed.d, { ...hostOf(cfg()), report, objection });
      pushed.shown = shown;
      clock.later(Math.ceil(pushed.until - clock.now()) + 1, () => this.#now === pushed && !shown.risen() && over());
    } catch {
      this.#tell(pushed, "blocked", "ui");
      this.#end(pushed);
    }
  }

  #report(pushed: Pushed, st: "shown" | "dismissed" | "clicked", a: string | undefined): void {
    this.#tell(pushed, st, a);
    // Opening the passages leaves the prompt where it is; everything else that is pressed ends it.
    const more = pushed.d.actions.some((action) => action.id === a && action.do === "more");
    if (st !== "shown" && !more && this.#now === pushed) {
      this.#now = undefined;
      this.look();
    }
  }

  #end(pushed: Pushed): void {
    if (this.#now === pushed) this.#now = undefined;
    pushed.shown?.close();
    this.look();
  }

  #tell(pushed: Pushed, st: PushState, a?: string): void {
    const ms = Math.round(this.#owner.clock.now() - pushed.at);
    this.#send({ t: "pa", id: pushed.id, st, ms, ...(a && { a }) });
  }

  #send(frame: PaFrame): void {
    if (!this.#owner.send(frame)) this.#untold = [...this.#untold.slice(-KNOWN), frame];
  }
}
