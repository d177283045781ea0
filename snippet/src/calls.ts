/** What a shop may tell and ask: each call checks and shapes what it is given. Fetched with the first one. */

import { currency } from "./lib/currency";
import { decimal } from "./lib/decimal";
import { record } from "./lib/record";
import { text } from "./lib/text";
import { cart, fromGa4 } from "./readers/commerce";
import type { OnPrompt } from "./setup";
import type { Fields } from "./wire";

/** What the calls need of a visit. */
export interface Told {
  onRef: ((ref: string) => void) | undefined;
  onPrompt: OnPrompt | undefined;
  readonly ref: string | undefined;
  readonly cfg: Fields;
  readonly add: (name: string, fields: Fields) => void;
}

export type Call = (...args: readonly unknown[]) => void;

const MOST_KEYS = 20;

/** The flat part of `value`: texts, numbers and truth values, at most twenty. */
const flat = (value: unknown): Fields =>
  Object.fromEntries(
    Object.entries(record(value) ?? {})
      .map(([key, of]): [string, unknown] => [key.slice(0, 64), typeof of === "string" ? text(of) : of])
      .filter(([, of]) => /^(str|boo)/.test(typeof of) || Number.isFinite(of))
      .slice(0, MOST_KEYS),
  );

/** What a goal is about, as text or as texts by name. */
const details = (value: unknown): unknown =>
  record(value) ? Object.fromEntries(Object.entries(flat(value)).map(([key, of]) => [key, text(of)])) : text(value);

/** A function of the shop's, whose errors are the shop's to see and not ours to die of. */
const shops =
  <A extends readonly unknown[]>(work: unknown) =>
  (...args: A): unknown => {
    try {
      return (work as ((...args: A) => unknown) | undefined)?.(...args);
    } catch (error) {
      return console.error(error);
    }
  };

/** SHA-256 as hex. @throws where the page has no secure context. */
const sha256 = async (words: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** The id itself never leaves the page: only its hash does. */
const identify = async (visit: Told, { id, hash, proof, kind }: Fields): Promise<void> => {
  const made = hash ?? (await sha256(String(id).trim().toLowerCase()));
  const sort = kind === "email" || /@/.test(id as string) ? "email" : "customer";
  if (/^[0-9a-f]{64}$/.test(made as string)) visit.add("identify", { kind: sort, hash: made, proof: text(proof) });
};

/** @returns the calls by name. */
export const calls = (visit: Told): Readonly<Record<string, Call>> => {
  const event: Call = (name, data) => {
    const called = text(name, 64) ?? "event";
    const told = fromGa4(called, record(data) ?? {}, visit.cfg["currency"], "call");
    for (const [n, d] of told) visit.add(n, d);
    if (!told.length) visit.add("custom", { ...flat(data), name: called });
  };
  return {
    event,
    track: event,
    cart: (value) => {
      const body = record(value) ?? {};
      const seen = cart(body, body["lines"], body["total"], "call", visit.cfg["currency"]);
      if (seen) visit.add("cart", seen);
    },
    goal: (name, more) => {
      const { done, value, currency: code, detail, ...told } = record(more) ?? {};
      const n = done ? "goal_complete" : told["step"] === undefined ? "goal_begin" : "goal_step";
      const texts = ["step", "title", "url", "image"].map((key) => [key, text(told[key])] as const);
      const worth = { value: decimal(value), currency: currency(code), detail: details(detail) };
      visit.add(n, { goal: text(name, 64) ?? "goal", ...Object.fromEntries(texts), ...worth });
    },
    ref: (work) => {
      visit.onRef = shops(work);
      if (visit.ref) visit.onRef(visit.ref);
    },
    on: (what, work) => {
      if (what === "prompt") visit.onPrompt = (d, report) => {
        // The shop's own component says by `true` that it draws it, and no word on the way but those there are.
        const tell: typeof report & { gone?: unknown } = (st, a) => /^(shown|dismissed|clicked)$/.test(st) && report(st, a);
        return shops(work)(d, tell) === true && (() => shops(tell.gone)());
      };
      if (what === "refill") addEventListener("tarry:refill", (event) => {
        // A prompt would put the left cart back: by the shop's own function.
        const { lines, take } = (event as CustomEvent<{ lines: unknown; take: (answer: unknown) => void }>).detail;
        take(shops(work)(lines));
      });
    },
    identify: (who) => {
      void identify(visit, record(who) ?? { id: who }).catch(() => undefined);
    },
  };
};
