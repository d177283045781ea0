/** Tests of the socket's life: every state, every close code, and sockets that come back from the dead. @vitest-environment node */

import { describe, expect, test } from "vitest";
import { newLink } from "../../snippet/src/link";
import type { Answer } from "../../snippet/src/answers";
import type { ServerFrame } from "../../snippet/src/wire";
import { fakeClock } from "./fake_clock";
import { FakeSocket } from "./fake_socket";

const WELCOME = { t: "welcome", hi: 0, hb_ms: 20_000 };

const setUp = (random = 0.5) => {
  const clock = fakeClock(random);
  const sockets: FakeSocket[] = [];
  const heard: ServerFrame[] = [];
  const closed: Answer[] = [];
  const link = newLink(clock, {
    safely: (work) => work,
    open: () => {
      sockets.push(new FakeSocket());
      return last();
    },
    hello: () => ({ t: "bye" }),
    heard: (frame) => heard.push(frame),
    closed: (answer) => closed.push(answer),
  });
  const last = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("no socket was opened");
    return socket;
  };
  /** Lets time pass with the second's tick that the page gives. */
  const live = (ms: number): void => {
    for (let spent = 0; spent < ms; spent += 1000) {
      clock.pass(1000);
      link.tick();
    }
  };
  const welcomed = (): void => {
    link.start();
    last().opens();
    last().says(WELCOME);
  };
  return { clock, sockets, heard, closed, link, last, live, welcomed };
};

test("greets first, and may send nothing else before it is welcomed", () => {
  const { link, last } = setUp();

  link.start();
  expect(link.send({ t: "hb", n: 1 })).toBe(false);
  last().opens();
  expect([link.phase, link.send({ t: "hb", n: 1 })]).toEqual(["HELLO", false]);
  last().says(WELCOME);
  expect([link.phase, link.send({ t: "hb", n: 1 })]).toEqual(["LIVE", true]);
});

test("an upgrade or a welcome that does not come in eight seconds is given up", () => {
  const { link, last, live, sockets } = setUp();

  link.start();
  live(9000);
  expect(link.phase).toBe("BACKOFF");
  live(1000);
  expect(sockets).toHaveLength(2);
  last().opens();
  live(9000);
  expect(link.phase).toBe("BACKOFF");
});

test("beats when nothing was sent for a while, and lives as long as it is answered", () => {
  const { link, last, live, welcomed } = setUp();

  welcomed();
  live(21_000);
  expect(last().of("hb")).toHaveLength(1);
  last().says({ t: "hb", n: 1 });
  live(25_000);
  expect(link.phase).toBe("LIVE");
});

test("silence makes it suspect, one beat later it is dropped", () => {
  const { link, live, welcomed, last } = setUp();

  welcomed();
  live(31_000);
  expect(link.phase).toBe("SUSPECT");
  const beats = last().of("hb").length;
  live(6000);
  expect(link.phase).not.toBe("SUSPECT");
  expect(beats).toBeGreaterThan(0);
});

test("a suspect that answers is live again", () => {
  const { link, last, live, welcomed } = setUp();

  welcomed();
  live(31_000);
  last().says({ t: "hb", n: 2 });
  live(6000);
  expect(link.phase).toBe("LIVE");
});

test("waking after a long silence doubts the connection at once, after a short one not", () => {
  const { link, clock, welcomed } = setUp();

  welcomed();
  clock.pass(39_000);
  link.wake();
  expect(link.phase).toBe("LIVE");
  clock.pass(2000);
  link.wake();
  expect(link.phase).toBe("SUSPECT");
});

test("waking from a sleep in which the document's own clock stood still doubts the connection", () => {
  const { link, clock, welcomed } = setUp();

  welcomed();
  clock.sleep(41_000);
  link.wake();
  expect(link.phase).toBe("SUSPECT");
});

test("what an older socket still says or how it ends changes nothing", () => {
  const { link, last, heard, closed, welcomed } = setUp();

  welcomed();
  const old = last();
  link.close();
  link.start();
  old.says({ t: "ack", hi: 9 });
  old.ends(1006);
  expect([heard.length, closed.length, link.phase]).toEqual([1, 0, "CONNECTING"]);
});

describe("close codes", () => {
  test.each([
    [1003, "stop"],
    [4001, "stop"],
    [4002, "stop"],
    [4003, "stop"],
    [4010, "wipe"],
    [4011, "renew"],
  ])("%i ends the link for this stream: %s", (code, answer) => {
    const { link, last, closed, live, sockets, welcomed } = setUp();

    welcomed();
    last().ends(code);
    live(120_000);
    link.start();
    link.wake();
    link.answered();
    expect([link.phase, sockets.length, closed]).toEqual(["OFF", 1, [answer]]);
  });

  test("4004 is retried once, without the token; a second one stops", () => {
    const { link, last, closed, live, welcomed } = setUp();

    welcomed();
    last().ends(4004);
    live(1000);
    last().opens();
    last().ends(4004);
    expect([closed, link.phase]).toEqual([["token", "stop"], "OFF"]);
  });

  test("a token refused again after a new one had been welcomed is a first refusal again", () => {
    const { link, last, closed, live, welcomed } = setUp();

    for (let i = 0; i < 3; i++) {
      welcomed();
      last().ends(4004);
      live(5000);
    }
    expect([closed, link.phase]).toEqual([["token", "token", "token"], "CONNECTING"]);
  });

  test.each([1008, 1009, 1013, 4008, 4009])("%i waits longer than an accident does", (code) => {
    const { link, last, live, sockets, welcomed } = setUp(0);

    welcomed();
    last().ends(code);
    live(4000);
    link.wake();
    link.answered();
    expect(sockets).toHaveLength(1);
    live(2000);
    expect(sockets).toHaveLength(2);
  });

  test.each([1012, 1013])("%i obeys the time the server names, whatever the page does meanwhile", (code) => {
    const { link, last, clock, sockets, welcomed } = setUp();

    welcomed();
    last().says({ t: "err", code: "busy", retry_ms: 20_000 });
    last().ends(code);
    clock.pass(5000);
    link.wake();
    link.answered();
    link.close();
    link.wake();
    clock.pass(14_999);
    expect([link.phase, sockets.length]).toEqual(["BACKOFF", 1]);
    clock.pass(1);
    expect(sockets).toHaveLength(2);
  });

  test("a page put away while the server drains comes back no sooner than it was asked to", () => {
    const { link, last, clock, sockets, welcomed } = setUp();

    welcomed();
    last().says({ t: "bye", why: "restart", retry_ms: 7000 });
    link.close();
    link.wake();
    clock.pass(6999);
    expect(sockets).toHaveLength(1);
    clock.pass(1);
    expect(sockets).toHaveLength(2);
  });

  test("a time too far ahead for any timer is cut to an hour", () => {
    const { last, clock, sockets, welcomed } = setUp();

    welcomed();
    last().says({ t: "bye", why: "restart", retry_ms: 1e300 });
    last().ends(1012);
    clock.pass(3_599_999);
    expect(sockets).toHaveLength(1);
    clock.pass(1);
    expect(sockets).toHaveLength(2);
  });

  test("1012 after bye waits exactly as long as the server says", () => {
    const { link, last, live, clock, sockets, welcomed } = setUp();

    welcomed();
    last().says({ t: "bye", why: "restart", retry_ms: 7000 });
    expect(link.phase).toBe("DRAIN");
    last().ends(1012);
    live(6000);
    expect(sockets).toHaveLength(1);
    clock.pass(1000);
    expect(sockets).toHaveLength(2);
  });

  test("a server that says bye and never closes is left after a while", () => {
    const { link, last, live, welcomed } = setUp();

    welcomed();
    last().says({ t: "bye", why: "restart", retry_ms: 60_000 });
    live(17_000);
    expect(link.phase).toBe("BACKOFF");
  });
});

test("waits grow with every failure and are short again after half a minute of life", () => {
  const { clock, last, live, sockets, welcomed } = setUp();

  welcomed();
  for (const wait of [250, 500, 1000]) {
    const before = sockets.length;
    last().ends(1006);
    clock.pass(wait - 1);
    expect(sockets).toHaveLength(before);
    clock.pass(1);
    expect(sockets).toHaveLength(before + 1);
  }
  last().opens();
  last().says(WELCOME);
  for (let s = 0; s < 32; s++) {
    live(1000);
    last().says({ t: "hb", n: 0 });
  }
  const before = sockets.length;
  last().ends(1006);
  clock.pass(250);
  expect(sockets).toHaveLength(before + 1);
});

test("waking cuts a wait short, once a minute", () => {
  const { link, last, sockets } = setUp(0.99);
  link.start();
  last().ends(1006);
  link.wake();
  expect(sockets).toHaveLength(2);
  last().ends(1006);
  link.wake();
  expect(sockets).toHaveLength(2);
});

test("where requests are answered and sockets never open, it keeps to beacons for five minutes", () => {
  const { link, last, live, sockets } = setUp();

  link.start();
  last().ends(1006);
  for (let i = 0; i < 3; i++) {
    link.answered();
    last().ends(1006);
  }
  expect(link.phase).toBe("BEACON_ONLY");
  const before = sockets.length;
  live(299_000);
  expect(sockets).toHaveLength(before);
  live(2000);
  expect(sockets).toHaveLength(before + 1);
});

test("a server that is merely down never makes it give up sockets", () => {
  const { link, last, clock } = setUp();

  link.start();
  for (let i = 0; i < 8; i++) {
    last().ends(1006);
    clock.pass(60_000);
  }
  expect(link.phase).toBe("CONNECTING");
});

test("a policy that forbids sockets is an ordinary failure", () => {
  const clock = fakeClock();
  const link = newLink(clock, {
    safely: (work) => work,
    open: () => {
      throw new Error("blocked");
    },
    hello: () => ({ t: "bye" }),
    heard: () => undefined,
    closed: () => undefined,
  });

  link.start();
  expect(link.phase).toBe("BACKOFF");
});
