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
  /** Where the shop's own component takes it, the way to have it taken away. */
  readonly offer: (d: PromptData, report: PromptHost["report"]) => (() => void) | false | undefined;
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
/** So many are remembered, and so many at most wait: a server in good order pushes one or two. */
const KNOWN = 16;

export const newShowing = (owner: ShowingOwner, load: Ready, against: (ageMs: number) => Objection) => {
  let waiting: Pushed[] = [];
  let current: Pushed | undefined;
  /** Claimed, but no answer came in time. */
  let unanswered: Pushed[] = [];
  let known: string[] = [];
  let unsaid: PaFrame[] = [];
  let unlook: (() => void) | undefined;

  /** A `push`, or the answer to a claim, that came at `at`. */
  const hear = (frame: ServerFrame, at: number): void => {
    const { t, kind } = frame;
    if (t === "grant") grant(frame);
    else if (kind === "cancel") cancel(record(frame["d"])?.["id"]);
    // Kinds of a later version are none of ours.
    else if (/^(prompt|cart|reassure)$/.test(kind as string)) push(frame, at);
  };

  const push = ({ id, exp, d }: ServerFrame, at: number): void => {
    const name = String(id);
    const body = record(d);
    if (typeof body?.["headline"] !== "string" || known.includes(name) || waiting[KNOWN]) return;
    known = [...known.slice(-KNOWN), name];
    const until = at + (typeof exp === "number" ? exp : 0);
    const prompt = { actions: [], ...body } as unknown as PromptData;
    const pushed: Pushed = { id: name, d: prompt, at, until, why: "" };
    waiting.push(pushed);
    say(pushed, "got");
    void load(prompt).catch(() => undefined);
    look();
  };

  const grant = ({ id, ok }: ServerFrame): void => {
    giveUp((late) => late.id === id, ok);
    const pushed = current;
    if (!pushed || pushed.id !== id || pushed.claimedAt === undefined || pushed.on) return;
    if (!ok) end(pushed);
    else void put(pushed);
  };

  /** Those whose claim found no answer in time: a yes that comes now, or may have been lost, is answered with the truth. */
  const giveUp = (of: (late: Pushed) => boolean, tell: unknown): void => {
    if (tell) for (const late of unanswered.filter(of)) say(late, "blocked", "late");
    unanswered = unanswered.filter((late) => !of(late));
  };

  /** Withdrawn by the server: not shown any more, or taken away. */
  const cancel = (id: unknown): void => {
    known.push(String(id));
    waiting = waiting.filter((pushed) => pushed.id !== id);
    const now = current;
    if (now && now.id === id) end(now);
  };

  /** Tells what could not be told while there was no connection. */
  const reconnected = (): void => {
    const untold = unsaid;
    unsaid = [];
    for (const frame of untold) send(frame);
    giveUp(() => true, true);
    look();
  };

  /** The page goes: takes down what stands, and lets go of a claim that is under way. */
  const withdraw = (): void => {
    current?.shown?.close();
    current = undefined;
    unlook?.();
  };

  /** Claims the next prompt if self is a good moment; else looks again soon. */
  const look = (): void => {
    unlook?.();
    const { clock } = owner;
    waiting = waiting.filter((pushed) => !expired(pushed));
    const [next] = waiting;
    if (!next || current) {
      if (next) lookSoon();
      return;
    }
    next.why = against(owner.ageMs());
    if (next.why || !owner.send({ t: "claim", id: next.id })) {
      lookSoon();
      return;
    }
    waiting.shift();
    next.claimedAt = clock.now();
    current = next;
    clock.later(GRANT_MS, () => {
      if (current !== next || next.on) return;
      unanswered.push(next);
      end(next);
    });
  };

  const lookSoon = (): void => {
    unlook = owner.clock.later(LOOK_MS, () => look());
  };

  const expired = (pushed: Pushed): boolean => {
    if (owner.clock.now() < pushed.until) return false;
    const blocked = pushed.why !== "" && pushed.why !== "away";
    say(pushed, blocked ? "blocked" : "expired", blocked ? pushed.why : undefined);
    return true;
  };

  const put = async (pushed: Pushed): Promise<void> => {
    pushed.on = true;
    const over = (): boolean => expired(pushed) && (end(pushed), true);
    if (current !== pushed || over()) return;
    const { clock, cfg, ageMs } = owner;
    // Between claim and grant somebody may have begun to type.
    pushed.why = against(ageMs());
    if (pushed.why) {
      clock.later(LOOK_MS, () => void put(pushed));
      return;
    }
    const report: PromptHost["report"] = (st, a) => reported(pushed, st, a);
    try {
      const close = owner.offer(pushed.d, report);
      if (close) {
        pushed.shown = { close, risen: () => true };
        say(pushed, "shown");
        return;
      }
      const draw = await load(pushed.d);
      // Fetching takes what it takes: by now it may be withdrawn, or over.
      if (current !== pushed || over()) return;
      const objection = (): Objection => {
        const why = against(ageMs());
        pushed.why = why || "place";
        return why;
      };
      const shown = draw(pushed.d, { ...hostOf(cfg()), report, objection });
      pushed.shown = shown;
      clock.later(Math.ceil(pushed.until - clock.now()) + 1, () => current === pushed && !shown.risen() && over());
    } catch {
      say(pushed, "blocked", "ui");
      end(pushed);
    }
  };

  const reported = (pushed: Pushed, st: "shown" | "dismissed" | "clicked", a: string | undefined): void => {
    if (current !== pushed) return; // A shop's own component may say it twice, or too late.
    say(pushed, st, a);
    // Opening the passages leaves the prompt where it is; everything else that is pressed ends it.
    const more = pushed.d.actions.some((action) => action.id === a && action.do === "more");
    if (st !== "shown" && !more) {
      current = undefined;
      look();
    }
  };

  const end = (pushed: Pushed): void => {
    if (current === pushed) current = undefined;
    pushed.shown?.close();
    look();
  };

  const say = (pushed: Pushed, st: PushState, a?: string): void => {
    const ms = Math.round(owner.clock.now() - pushed.at);
    send({ t: "pa", id: pushed.id, st, ms, ...(a && { a }) });
  };

  const send = (frame: PaFrame): void => {
    if (!owner.send(frame)) unsaid = [...unsaid.slice(-KNOWN), frame];
  };
  return {
    /** Ids of prompts on screen. */
    get held(): readonly string[] {
      return current?.on ? [current.id] : [];
    },
    hear,
    reconnected,
    withdraw,
    look,
  };
};

export type Showing = ReturnType<typeof newShowing>;
