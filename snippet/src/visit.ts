/** One document's visit: what is allowed, the stream that follows from it, and everything that feeds or hears it. */

import type { Reading } from "./adapters/read";
import type { Ending } from "./answers";
import { backoff } from "./backoff";
import { askPlatforms, type Consent, type ConsentClaim, resolveConsent } from "./consent";
import { newDevice } from "./device";
import { streamId } from "./identity";
import type { Kept } from "./kept";
import { list } from "./lib/list";
import { record } from "./lib/record";
import { isLeaving, type Life } from "./observers/life";
import type { OnPrompt, Setup } from "./setup";
import { newStanding } from "./standing";
import type { Showing, ShowingOwner } from "./showing";
import { type Facts, newStream, type Stream } from "./stream";
import { pageFacts, pageLocale, watching } from "./watch";
import type { Fields, ServerFrame } from "./wire";

const TICK_MS = 1_000;
const HIDDEN_MS = 30_000;
/** Without a token of its own a document lets an earlier one's events go first, at most so long. */
const ADOPT_MS = 2_000;
const MOST_EARLY = 50;
const SAVE_MS = 300;
/** Most that a document may leave for the next one, in bytes. */
const REST_BYTES = 20_000;
/** A change of address and the shop's own word of it come within so long; our own choice. */
const TURN_MS = 500;

/** The present address but for its fragment. */
const here = (): string | undefined => location.href.split("#")[0];

export const newVisit = (setup: Setup) => {
  const { base, clock, safely, key, gpc, dnt, fallback, part } = setup;
  const self = {
    onRef: undefined as ((ref: string) => void) | undefined,
    onPrompt: undefined as OnPrompt | undefined,
    ref: undefined as string | undefined,
    cfg: {} as Fields,
  };
  const restKey = `tarry:${key}:rest`;
  const device = newDevice(setup.local, `tarry:${key}`, clock, () => setup.tab.set(restKey, undefined));
  let kept: Kept | undefined;
  const standing = newStanding();
  let said: ConsentClaim | undefined;
  /** What a consent platform said. */
  let platform: ConsentClaim | undefined;
  let held: ConsentClaim | undefined;
  let rev = -1;
  let stopped = false; // The server wants nothing of this document.
  let renewals = 0;
  let present: Stream | undefined;
  let round = 0;
  /** Events that wait for the page view they belong to; undefined once it is told. */
  let waiting: (readonly [string, Fields, number])[] | undefined = [];
  /** What reads the page does so, or was asked to. */
  let reads = false;
  /** What attends to views does so, or was asked to. */
  let attends = false;
  /** What deals with prompts, once it is there. */
  let showing: Showing | undefined;
  let reader: Reading | undefined;
  /** To be run at every new view in the same document. */
  const onTurn: (() => void)[] = [];
  /** Address of the present view. */
  let address = here();
  let unTick: (() => void) | undefined;
  let unHide: (() => void) | undefined;
  let unSave: (() => void) | undefined;

  /** The page has come up: settles what is allowed and starts. */
  const begin = (): void => {
    const before = device.read();
    // Saying yes again on every page does not make it a new yes.
    said = said?.state === "full" ? (before ?? said) : (said ?? before);
    askPlatforms(setup, heed);
  };

  /** What a consent platform says; without a word, nothing. */
  const heed = (state?: Consent, src?: ConsentClaim["src"]): void => {
    platform = state && claimed(state, src as "tcf");
    if (held) return change(false);
    held = resolve();
    enter();
  };

  const claimed = (state: Consent, src: ConsentClaim["src"]): ConsentClaim => ({ state, src, at: clock.wall() });

  /** The visitor's choice, as the page tells it; what it forbids ends and is wiped. */
  const consent = (state: Consent): void => {
    said = claimed(state, "call");
    if (held) change(false);
  };

  /** Has the visitor erased, here and at the server; consent is `none` from now on. */
  const erase = (done?: () => void): void => {
    said = claimed("none", "erase");
    change(true, done);
  };

  /** Another visitor sits down, as after a logout: nothing links them to the one before. */
  const reset = (): void => {
    present?.leave();
    device.wipe();
    renew();
  };

  /** A new page view in the same document; one that is just beginning is not begun again. */
  const page = (): void => {
    const at = here();
    if (!present || (at === address && watch.ageMs() < TURN_MS)) return;
    address = at;
    waiting ??= [];
    watch.start(watch.view() + 1);
    for (const turn of onTurn) turn();
  };

  /** Keeps an event; before the page itself is told, it waits. */
  const add = (n: string, d: Fields, at = clock.now()): void => {
    standing.hear(n, d);
    if (held?.state === "none" || list(self.cfg["classes_off"]).includes(n) || (n === "identify" && held && held.state !== "full")) return;
    if (present?.stale()) {
      // Nothing would take it under the old name; the page itself is told anew.
      renew();
      if (n.startsWith("page_")) return;
    }
    if (waiting && n !== "page_view") return void (waiting.length < MOST_EARLY && waiting.push([n, d, at]));
    keep(n, d, at);
    const early = waiting ?? [];
    waiting = undefined;
    for (const event of early) keep(...event);
  };

  /** The document comes or goes. */
  const life = (what: Life): void => {
    const stream = present;
    if (!stream) return;
    unHide?.();
    if (isLeaving(what)) {
      watch.hide(what);
      if (what === "hidden") {
        stream.flush();
        stream.beacon();
        unHide = clock.later(HIDDEN_MS, sleep);
      } else {
        showing?.withdraw();
        sleep();
      }
      return save();
    }
    if (!/online|focus/.test(what)) {
      watch.show(what as "visible");
      tickOn();
    }
    stream.link.wake();
    showing?.look();
  };

  /** Takes everything down, for good. */
  const stop = (): void => {
    present?.link.end();
    halt();
    unSave?.();
  };

  const change = (erase: boolean, done?: () => void): void => {
    const was = held;
    const claim = resolve();
    held = claim;
    if (was?.state === claim.state && !erase) {
      // The same state, but now perhaps in so many words, which is worth keeping.
      if (claim.state === "full") device.enter(claim);
      return;
    }
    const old = present;
    halt();
    const turn = round;
    // The stream that ends knows its token itself: what is forbidden can go at once.
    if (claim.state !== "full" && (erase || was?.state === "full")) device.wipe();
    const go = (): void => {
      if (turn === round) enter();
      // In a task of its own: what it throws is the shop's to see.
      if (typeof done === "function") setTimeout(done);
    };
    if (old) old.end(claim, erase, go);
    else go();
  };

  /** Stops feeding the stream there is; it may still be finishing. */
  const halt = (): void => {
    round++;
    present = undefined;
    waiting = [];
    watch.stop();
    showing?.withdraw();
    showing = undefined;
    unTick?.();
    unHide?.();
  };

  /** Begins anew under the state that holds. @param wait - before the first connection, in milliseconds. */
  const enter = (wait = 0): void => {
    const claim = held ?? resolve();
    device.enter(claim);
    if (claim.state === "none" || stopped) return void (waiting = []);
    const turn = round;
    const stream = streamUnder(claim);
    present = stream;
    // In tasks of their own, so that none is long enough to be felt.
    clock.later(wait, () => turn === round && connect(stream));
    clock.later(0, () => {
      if (turn !== round) return;
      watch.start(1, !!turn);
      read();
    });
    if (round && claim.state === "full") for (const told of standing.told()) waiting?.push([...told, clock.now()]);
    tickOn();
  };

  /** Goes on under a new name; what was not told under the old one is not told again. */
  const renew = (): void => {
    present?.link.end();
    kept?.drop(present?.sid);
    halt();
    // A server that ends every stream at once is not hammered with new ones.
    enter(backoff(renewals++, clock.random()));
  };

  const streamUnder = (claim: ConsentClaim): Stream => {
    const stream: Stream = newStream(streamId(crypto.getRandomValues(new Uint8Array(16))), device.tok, {
      clock,
      beaconUrl: `${base}b`,
      safely,
      open: () => new WebSocket(`${base.replace(/^http/, "ws")}ws`, "tarry.1"),
      facts: () => facts(claim),
      changed: saveSoon,
      token: (tok) => stream === present && device.token(tok, claim.state === "full"),
      heard: (frame) => stream === present && heard(frame),
      over: (how) => stream === present && over(how),
    });
    return stream;
  };

  const connect = (stream: Stream): void => {
    const go = (): void => {
      if (stream === present && stream.link.phase === "IDLE") stream.link.start();
    };
    if (held?.state !== "full") return go();
    if (!device.tok && setup.tab.get(restKey)) clock.later(ADOPT_MS, go);
    else go();
    if (kept) return;
    part("kept").then(safely((it) => {
      kept = it.kept(setup, restKey, () => device.tok && held?.state === "full" && consent("none"));
      const token = (tok: string): void => {
        if (!device.tok) device.token((stream.tok = tok), true);
      };
      kept.adopt(stream, () => stream === present, token).then(safely(go), go);
    }));
  };

  const facts = (consent: ConsentClaim): Facts => ({
    v: 1,
    key,
    consent,
    gpc,
    dnt,
    page: pageFacts(),
    locale: pageLocale(),
    caps: ["prompt"],
    held: showing?.held ?? [],
    debug: setup.debug,
  });

  const heard = (frame: ServerFrame): void => {
    const d = record(frame["d"]);
    if (frame.t === "welcome") {
      rev = -1;
      setCfg(record(frame["cfg"]));
      const { ref } = frame;
      if (typeof ref === "string" && ref !== self.ref) {
        self.ref = ref;
        self.onRef?.(ref);
      }
      showing?.reconnected();
    } else if (frame.t === "dbg") part("debug").then(safely((it) => it.note(frame, () => [present, held])));
    else if (frame["kind"] === "cfg") setCfg(d);
    else if (/grant|push/.test(frame.t)) prompted(frame);
  };

  /** A prompt, its cancelling, or the answer to a claim: what deals with prompts is fetched with the first. */
  const prompted = (frame: ServerFrame): void => {
    const at = clock.now();
    const turn = round;
    // Asking for files takes a slow phone longer than a message may be held up.
    clock.later(0, () => {
      const drawer = part("prompt");
      part("show").then(safely((it) => {
        // What was pushed before everything was forgotten is not dealt with.
        if (turn === round) (showing ??= it.begin(showingOwner(), drawer)).hear(frame, at);
      }));
    });
  };

  const showingOwner = (stream = present): ShowingOwner => ({
    clock,
    send: (frame) => (stream === present && stream?.link.send(frame)) || false,
    ageMs: () => watch.ageMs(),
    cfg: () => self.cfg,
    offer: (d, report) => self.onPrompt?.(d, report),
  });

  const setCfg = (d: Fields | undefined): void => {
    const at = Number(d?.["rev"] ?? rev);
    if (!d || at < rev) return;
    rev = at;
    self.cfg = d;
    name();
  };

  const over = (how: Ending): void => {
    if (how === "renew") return renew();
    halt();
    if ((stopped = how === "stop")) return;
    device.wipe();
    held = claimed("none", "erase");
  };

  /** Has the page read, once a document; what is read while nothing is allowed goes nowhere. */
  const read = (): void => {
    if (reads) return;
    reads = true;
    const core = {
      // By the names the readers know: they are built apart, and nothing of theirs is shortened.
      ["tell"]: (name: string, fields: Fields) => (name === "view_item" ? watch.item(fields) : add(name, fields)),
      ["later"]: clock.later,
      ["now"]: clock.now,
      ["currency"]: () => self.cfg["currency"],
      ["safely"]: safely,
      ["onTurn"]: (work: () => void) => void onTurn.push(work),
    };
    const ready = safely((it?: Reading, done?: boolean) => {
      reader = it;
      name();
      watch.reading(it?.kind, !!done);
    });
    part("adapter-read").then(safely((it) => it.begin(core, ready)));
  };

  /** Somebody is there, to whom attention is worth its weight. */
  const touched = (): void => {
    if (attends) return;
    attends = true;
    part("attention").then(safely((it) => watch.attend(it.attention)));
  };

  const name = (): void => {
    reader?.name(list(self.cfg["adapters"]));
  };

  const keep = (n: string, d: Fields, at: number): void => {
    present?.add({ n, v: watch.view(), d, at });
  };

  const saveSoon = (): void => {
    if (held?.state === "full") unSave ??= clock.later(SAVE_MS, save);
  };

  const save = (): void => {
    unSave?.();
    unSave = undefined;
    const stream = present;
    if (!stream || held?.state !== "full") return;
    kept?.save(stream.sid, stream.outbox.hi, stream.outbox.piece(REST_BYTES));
  };

  const sleep = (): void => {
    present?.leave();
    unTick?.();
  };

  const resolve = (): ConsentClaim => resolveConsent(said ?? platform, fallback, gpc, clock.wall());

  const tickOn = (): void => {
    unTick?.();
    unTick = clock.later(TICK_MS, () => {
      tickOn();
      // Who attends to changes of address at once may not be there yet.
      if (here() !== address) page();
      watch.tick();
      present?.tick();
    });
  };

  const watch = watching({ clock, safely, cfg: () => self.cfg, add, turned: page, touched });
  return Object.assign(self, { begin, consent, erase, reset, page, add, life, stop });
};

export type Visit = ReturnType<typeof newVisit>;
