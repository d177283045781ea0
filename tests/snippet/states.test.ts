/** Tests that the connection does in every state what its table says, and that the table is the one in the docs. @vitest-environment node */

import { describe, expect, test } from "vitest";
import docs from "../../docs/states.md?raw";
import { answerTo } from "../../snippet/src/answers";
import { newLink, type Phase } from "../../snippet/src/link";
import { fakeClock } from "./fake_clock";
import { FakeSocket } from "./fake_socket";
import { CODES, DEEDS, type Input, INPUTS, TABLE } from "./states";

const setUp = () => {
  const clock = fakeClock(0.9);
  const sockets: FakeSocket[] = [];
  const link = newLink(clock, {
    safely: (work) => work,
    open: () => {
      sockets.push(new FakeSocket());
      return last();
    },
    hello: () => ({ t: "bye" }),
    heard: () => undefined,
    closed: () => undefined,
  });
  const last = (): FakeSocket => sockets.at(-1) ?? new FakeSocket();
  /** Seconds go by until something changes, five minutes and more if need be. */
  const silence = (): void => {
    const before = link.phase;
    for (let s = 0; s < 400 && link.phase === before; s++) {
      clock.pass(1000);
      if (link.phase === before) link.tick();
    }
  };
  /** Does to the link what an input means; a socket that was given up still speaks, and must not be heard. */
  const put = (input: Input, code = 1006): void => {
    const up = last().readyState !== 0;
    const says = (frame: object): void => {
      if (up) last().says(frame);
    };
    if (input === "wake") clock.sleep(41_000);
    if (input === "silence") silence();
    else if (input === "open") {
      if (!up) last().opens();
    } else if (input === "welcome") says({ t: "welcome", hi: 0, hb_ms: 20_000 });
    else if (input === "frame") says({ t: "hb", n: 1 });
    else if (input === "bye") says({ t: "bye", why: "restart" });
    else if (input === "lost") last().ends(code);
    else if (input === "ended") last().ends(4011);
    else link[input]();
  };
  return { link, put };
};

const WAYS: Readonly<Record<Phase, readonly Input[]>> = {
  IDLE: [],
  CONNECTING: ["start"],
  HELLO: ["start", "open"],
  LIVE: ["start", "open", "welcome"],
  SUSPECT: ["start", "open", "welcome", "silence"],
  DRAIN: ["start", "open", "welcome", "bye"],
  BACKOFF: ["start", "open", "welcome", "lost"],
  BEACON_ONLY: ["start", "lost"],
  OFF: ["start", "end"],
};

/** A link that has come into a state on an ordinary way. */
const reached = (phase: Phase): ReturnType<typeof setUp> => {
  const one = setUp();
  for (const input of WAYS[phase]) one.put(input);
  const refusals = phase === "BEACON_ONLY" ? 3 : 0;
  for (let i = 0; i < refusals; i++) {
    one.link.answered();
    one.put("lost");
  }
  expect(one.link.phase).toBe(phase);
  return one;
};

const PHASES = Object.keys(TABLE) as Phase[];
const NAMES = Object.keys(INPUTS) as Input[];

describe.each(PHASES)("%s", (phase) => {
  test.each(NAMES)("and %s", (input) => {
    const { link, put } = reached(phase);

    put(input);
    expect(link.phase).toBe(TABLE[phase][input] ?? phase);
  });
});

test.each(CODES)("a connection lost with %i is answered: %s", (code, answer) => {
  expect(answerTo(code)).toBe(answer);
  if (!/again|later|corrupt|token/.test(answer)) return;
  const { link, put } = reached("LIVE");
  put("lost", code);
  expect(link.phase).toBe("BACKOFF");
});

test("a code nobody has thought of is an accident", () => {
  expect([0, 1000, 1005, 1011, 4999].map(answerTo)).toEqual(Array(5).fill("again"));
});

/** The page's part of the docs, as the data above makes it. */
const drawn = (): string[] => {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = (count: number): string => row(Array(count).fill("---"));
  const states = NAMES.map((input) => row([INPUTS[input], ...PHASES.map((phase) => TABLE[phase][input] ?? "")]));
  const codes = CODES.map(([code, answer, meaning]) => row([String(code), meaning, answer, DEEDS[answer]]));
  return [
    row(["what comes", ...PHASES]),
    rule(PHASES.length + 1),
    ...states,
    "",
    row(["code", "means", "answer", "the page"]),
    rule(4),
    ...codes,
  ];
};

test("the docs draw these very tables", () => {
  const page = docs.split("## The page")[1]?.split("\n## ")[0] ?? "";
  const tables = page.split("\n").filter((line) => line.startsWith("|"));

  expect(tables).toEqual(drawn().filter(Boolean));
});
