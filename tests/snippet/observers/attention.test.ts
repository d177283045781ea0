/** Tests of what somebody does with a page: what counts, and what only looks like it. */

import { beforeEach, expect, test, vi } from "vitest";
import { clicks, isStepper, kindOf } from "../../../snippet/src/observers/clicks";
import { codes } from "../../../snippet/src/observers/codes";
import { copies, kindOfWords } from "../../../snippet/src/observers/copies";
import { fields, kindOfField } from "../../../snippet/src/observers/fields";
import { onIdle } from "../../../snippet/src/observers/idle";
import { touches } from "../../../snippet/src/observers/touches";
import { type FakeClock, fakeClock } from "../fake_clock";

let clock: FakeClock;
let told: [string, unknown][];
let left: number[];

/** What listens in an earlier test goes on to tell that one. */
const watched = () => {
  const [mine, gone] = [told, left];
  return {
    clock,
    safely: <A extends readonly unknown[], R>(work: (...args: A) => R) => work,
    add: (name: string, of: unknown) => void mine.push([name, of]),
    leaving: () => void gone.push(1),
    atEnd: () => undefined,
  };
};

beforeEach(() => {
  clock = fakeClock();
  told = [];
  left = [];
  document.body.innerHTML = "";
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
});

/** Puts a piece of a page up, and returns what is marked in it. */
const shown = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.querySelector("[x]") ?? document.body;
};

const click = (element: Element, times = 1, apartMs = 150): void => {
  for (let n = 0; n < times; n++) {
    const event = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, clientX: 10, clientY: 10 });
    Object.defineProperty(event, "isTrusted", { value: true });
    document.addEventListener("click", (heard) => heard.preventDefault(), { once: true });
    element.dispatchEvent(event);
    clock.pass(apartMs);
  }
};

const rages = (): unknown[] => told.filter(([name]) => name === "rage_click").map(([, of]) => of);
const deads = (): unknown[] => told.filter(([name]) => name === "dead_click").map(([, of]) => of);

test.each([
  ["a button", "<button x>Buy</button>", "button"],
  ["what acts as one", "<div role=button><span x>Buy</span></div>", "button"],
  ["a link", "<a href='#a'><b x>More</b></a>", "link"],
  ["a picture", "<img x>", "image"],
  ["a field", "<label x>Name</label>", "field"],
  ["a text", "<p x>Words</p>", "other"],
])("what is clicked has a kind: %s", (_, html, kind) => {
  expect(kindOf(shown(html))).toBe(kind);
});

test("four clicks in one place within three quarters of a second are anger, and told once", () => {
  clicks(watched());
  click(shown("<button x>Send</button>"), 4);
  expect(rages()).toEqual([{ on: "button" }]);
  click(shown("<p x>Words</p>"), 4, 260);
  expect(rages()).toHaveLength(1);
});

test("anger that began before anything was fetched counts, as fast as it was", () => {
  const button = shown("<button x>Send</button>");
  const earlier: [Event, number][] = [];
  const heard = (event: Event): void => void earlier.push([event, clock.now()]);
  addEventListener("click", heard);
  click(button, 3);
  removeEventListener("click", heard);
  clicks(watched(), earlier.map(([event], nth) => [event, nth * 400] as const));
  expect(rages()).toEqual([]);
  clicks(watched(), earlier);
  expect(rages()).toEqual([]);
  click(button);
  expect(rages()).toEqual([{ on: "button" }]);
});

test.each([
  ["a plus", "<button x>+</button>"],
  ["a number of pieces", "<div class=qty-selector><button x>▲</button></div>"],
  ["the next picture", "<button x aria-label='Next slide'>›</button>"],
  ["a field", "<input x>"],
  ["a label", "<label x>Yes</label>"],
  ["a switch", "<button x aria-pressed=false>Dark</button>"],
  ["what opens and closes", "<button x aria-expanded=false>More</button>"],
  ["a text that can be written", "<div contenteditable=true><p x>…</p></div>"],
  ["a film", "<video x></video>"],
])("what is clicked often by design is no anger: %s", (_, html) => {
  clicks(watched());
  const element = shown(html);
  click(element, 8);
  expect([rages(), isStepper(element)]).toEqual([[], true]);
});

test("marking words by clicking is no anger", () => {
  clicks(watched());
  vi.spyOn(window, "getSelection").mockReturnValue({ toString: () => "words" } as Selection);
  click(shown("<p x>Words</p>"), 4);
  vi.restoreAllMocks();
  expect(rages()).toEqual([]);
});

test("what the owner masks is not looked at", () => {
  clicks(watched());
  click(shown("<div data-tarry-mask><button x>Send</button></div>"), 6);
  clock.pass(5000);
  expect(told).toEqual([]);
});

test("a button that changes nothing for two and a half seconds is dead", () => {
  clicks(watched());
  click(shown("<button x>Send</button>"));
  clock.pass(2300);
  expect(deads()).toEqual([]);
  clock.pass(100);
  expect(deads()).toEqual([{ on: "button" }]);
});

test.each([
  ["something changes", () => document.body.append("!")],
  ["the page scrolls", () => window.dispatchEvent(new Event("scroll"))],
  ["the focus moves", () => document.body.dispatchEvent(new Event("focusin", { bubbles: true }))],
  ["the page is left", () => window.dispatchEvent(new Event("pagehide"))],
])("a click is not dead when %s", async (_, happens) => {
  clicks(watched());
  click(shown("<button x>Send</button>"));
  happens();
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  clock.pass(5000);
  expect(deads()).toEqual([]);
});

test.each([
  ["text", "<p x>Words</p>"],
  ["a link to another page", "<a x href=/other>Other</a>"],
  ["a link into another window", "<a x href='#a' target=_blank>Other</a>"],
  ["a field", "<input x>"],
])("nothing is expected of a click on %s", (_, html) => {
  clicks(watched());
  click(shown(html));
  clock.pass(5000);
  expect(deads()).toEqual([]);
});

test.each([
  ["24,90 €", "price"],
  ["$ 1,299.00", "price"],
  ["CHF 12.50", "price"],
  ["Trail mug", "title"],
  ["trail  MUG 500 ml, blue", "title"],
  ["SUMMER-24", "code"],
  ["2024", "other"],
  ["a sentence that somebody found worth keeping", "other"],
])("what is copied has a kind: %s", (words, kind) => {
  expect(kindOfWords(words, ["Trail mug 500 ml, blue"])).toBe(kind);
});

test("of a copy only its kind is told, and of one out of a field nothing", () => {
  shown("<h1>Trail mug</h1><input x>");
  const marked = vi.spyOn(window, "getSelection").mockReturnValue({ toString: () => "Trail mug" } as Selection);
  copies(watched());
  (document.querySelector("input") as HTMLInputElement).focus();
  document.dispatchEvent(new Event("copy"));
  marked.mockRestore();
  expect(told).toEqual([["copy_text", { what: "title" }]]);
});

test.each([
  ["<input x type=email>", "email"],
  ["<input x autocomplete='shipping street-address'>", "address"],
  ["<input x autocomplete=cc-number>", "card"],
  ["<input x autocomplete='section-a billing tel'>", "phone"],
  ["<label>Gutscheincode <input x></label>", "coupon"],
  ["<label for=f>Postleitzahl</label><input x id=f>", "address"],
  ["<input x aria-label='Nom et prénom'>", "name"],
  ["<span id=l>Mot de passe</span><input x aria-labelledby=l>", "password"],
  ["<input x type=search>", "search"],
  ["<textarea x aria-label='Anything else?'></textarea>", "other"],
  ["<input x name=email value='jane@example.org' placeholder='E-mail'>", "other"],
])("a field has a kind, by what names it to people: %s", (html, kind) => {
  expect(kindOfField(shown(html) as HTMLInputElement)).toBe(kind);
});

const forms = (html: string): HTMLInputElement => {
  const field = shown(html) as HTMLInputElement;
  fields(watched(), () => Promise.resolve({ codes }));
  return field;
};

test("a field is told when it is entered, after fifteen seconds without a letter, and with its time when it is left", () => {
  const field = forms("<input x type=email>");
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
  clock.pass(15_000);
  field.dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));

  expect(told).toEqual([
    ["form_focus", { field: "email" }],
    ["form_focus", { field: "email", ms: 15_000 }],
    ["form_leave", { field: "email", ms: 15_000 }],
  ]);
});

test("somebody who writes does not hesitate", () => {
  const field = forms("<input x type=email>");
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
  clock.pass(5000);
  field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  clock.pass(60_000);

  expect(told).toEqual([["form_focus", { field: "email" }]]);
});

test("a field that is found wrong is told once, however often the page says so at once", () => {
  const field = forms("<input x type=tel required>");
  field.dispatchEvent(new Event("invalid", { composed: true }));
  field.dispatchEvent(new Event("invalid", { composed: true }));
  clock.pass(1500);
  field.dispatchEvent(new Event("invalid", { composed: true }));

  expect(told).toEqual([["form_error", { field: "phone" }], ["form_error", { field: "phone" }]]);
});

test("a code is looked for and refused: both are told, the code is not", async () => {
  const field = forms("<form><label>Coupon code <input x></label><button>Apply</button><p id=said></p></form>");
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
  await Promise.resolve();
  document.querySelector("button")?.dispatchEvent(new Event("pointerdown", { bubbles: true, composed: true }));
  (document.querySelector("#said") as Element).textContent = "This code is not valid.";
  await new Promise((resolve) => setTimeout(resolve));

  expect(told).toEqual([["coupon_focus", {}], ["coupon_refused", {}]]);
});

test("a code sent before what looks after codes was fetched is answered at the top of the page", async () => {
  const field = forms("<p id=said></p><form><label>Coupon code <input x></label><button>Apply</button></form>");
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
  document.querySelector("button")?.dispatchEvent(new Event("pointerdown", { bubbles: true, composed: true }));
  await Promise.resolve();
  await Promise.resolve();
  (document.querySelector("#said") as Element).textContent = "This code is not valid.";
  await new Promise((resolve) => setTimeout(resolve));

  expect(told).toEqual([["coupon_focus", {}], ["coupon_refused", {}]]);
});

test("other words beside a code are no refusal", async () => {
  const field = forms("<form><label>Coupon code <input x></label><p id=said></p></form>");
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
  await Promise.resolve();
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
  (document.querySelector("#said") as Element).textContent = "You save 5 €.";
  await new Promise((resolve) => setTimeout(resolve));

  expect(told).toEqual([["coupon_focus", {}]]);
});

test("half a minute without a touch is told once; time out of sight does not count", () => {
  let idle = 0;
  const seen = vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
  const stop = onIdle(30_000, () => idle++, clock, (work) => work);
  clock.pass(20_000);
  window.dispatchEvent(new Event("pointermove"));
  clock.pass(20_000);
  seen.mockReturnValue("hidden");
  clock.pass(100_000);
  expect(idle).toBe(0);
  seen.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  clock.pass(30_000);
  clock.pass(300_000);
  expect(idle).toBe(1);
  stop();
});

const scrollTo = (y: number): void => {
  Object.defineProperty(window, "scrollY", { configurable: true, value: y });
  window.dispatchEvent(new Event("scroll"));
};

/** Comes back to the page after so long. */
const away = (ms: number): void => {
  const seen = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  clock.pass(ms);
  seen.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
};

const fling = (from: number, to: number, ms = 300): void => {
  for (let n = 0; n <= 3; n++) {
    scrollTo(from + ((to - from) * n) / 3);
    clock.pass(ms / 3);
  }
};

test.each([
  ["a fling", () => fling(4000, 200)],
  ["a look elsewhere", () => away(20_000)],
  ["stillness", () => clock.pass(31_000)],
])("one sign is none: %s", (_, happens) => {
  touches(watched());
  scrollTo(4000);
  happens();
  expect(left).toEqual([]);
});

test("a fling to the top and a look elsewhere are leaving, told once the page is back in sight", () => {
  touches(watched());
  fling(4000, 200);
  expect(left).toEqual([]);
  away(20_000);
  expect(left).toEqual([1]);
});

test.each([
  ["pulling to refresh", () => fling(700, -40)],
  ["a slow way up", () => fling(4000, 200, 3000)],
  ["a short page", () => fling(600, 50)],
])("%s is no fling", (_, happens) => {
  touches(watched());
  happens();
  away(20_000);
  expect(left).toEqual([]);
});

test("covered for a moment, or for long, is no look elsewhere", () => {
  touches(watched());
  fling(4000, 200);
  away(1000);
  expect(left).toEqual([]);
  away(90_000);
  expect(left).toEqual([]);
});
