/** What a shop may call: each command checks and shapes what it is given. */

import { consentState } from "./consent";
import { currency } from "./lib/currency";
import { decimal } from "./lib/decimal";
import { record } from "./lib/record";
import { text } from "./lib/text";
import { trim } from "./lib/trim";
import { cart, fromGa4 } from "./readers/commerce";
import { fromSegment } from "./readers/segment";
import type { OnPrompt, Visit } from "./visit";
import type { Fields } from "./wire";

export type Command = (...args: readonly unknown[]) => void;

const MOST_KEYS = 20;

/** The flat part of `value`: texts, numbers and truth values, at most twenty. */
const flat = (value: unknown): Fields => {
  const entries = Object.entries(record(value) ?? {}).map(([key, of]): [string, unknown] => {
    const plain = typeof of === "boolean" || (typeof of === "number" && Number.isFinite(of));
    return [key.slice(0, 64), plain ? of : text(of)];
  });
  return Object.fromEntries(entries.filter(([, of]) => of !== undefined).slice(0, MOST_KEYS));
};

/** A function of the shop's, whose errors are the shop's to see and not ours to die of. */
const shops =
  <A extends readonly unknown[]>(work: unknown) =>
  (...args: A): unknown => {
    try {
      return typeof work === "function" ? work(...args) : undefined;
    } catch (error) {
      console.error(error);
      return undefined;
    }
  };

const tellGa4 = (visit: Visit, name: string, body: Fields): boolean => {
  const told = fromGa4(name, body, visit.cfg["currency"], "call");
  for (const [n, d] of told) visit.add(n, d);
  return told.length > 0;
};

const goal = (visit: Visit, name: unknown, more: unknown): void => {
  const called = text(name, 64);
  const { step, title, url, value, currency: code, image, detail, done } = record(more) ?? {};
  if (!called) return;
  const n = done ? "goal_complete" : step === undefined ? "goal_begin" : "goal_step";
  const texts = { step: text(step), title: text(title), url: text(url), image: text(image) };
  const details = record(detail) ? flat(detail) : text(detail);
  visit.add(n, trim({ goal: called, ...texts, value: decimal(value), currency: currency(code), detail: details }));
};

/** SHA-256 as hex; undefined where the page has no secure context. */
const sha256 = async (words: string): Promise<string | undefined> => {
  const digest = await crypto.subtle?.digest("SHA-256", new TextEncoder().encode(words));
  return digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** The id itself never leaves the page: only its hash does. */
const identify = async (visit: Visit, who: Fields): Promise<void> => {
  const { id, email, hash, proof, kind } = who;
  const plain = text(id, 254) ?? (typeof email === "string" ? email : undefined);
  const made = hash ?? (plain && (await sha256(plain.trim().toLowerCase())));
  const sort = kind === "email" || kind === "customer" ? kind : id === undefined && email !== undefined ? "email" : "customer";
  if (typeof made === "string" && /^[0-9a-f]{64}$/.test(made)) visit.add("identify", trim({ kind: sort, hash: made, proof: text(proof) }));
};

/** @returns the commands of `tarry(name, …)`. */
export const commands = (visit: Visit): Readonly<Record<string, Command>> => ({
  consent: (word) => {
    const state = consentState(word);
    if (state) visit.consent(state);
  },
  event: (name, data) => {
    const called = text(name, 64);
    if (called && !tellGa4(visit, called, record(data) ?? {})) visit.add("custom", { ...flat(data), name: called });
  },
  cart: (value) => {
    const body = record(value) ?? {};
    const seen = cart(body, body["lines"], body["total"], "call", visit.cfg["currency"]);
    if (seen) visit.add("cart", seen);
  },
  goal: (name, more) => goal(visit, name, more),
  identify: (who, more) => {
    const given = record(who) ?? { ...record(more), id: who };
    void identify(visit, given).catch(() => undefined);
  },
  ref: (work) => {
    visit.onRef = shops(work);
    if (visit.ref) visit.onRef(visit.ref);
  },
  on: (what, work) => {
    if (what === "prompt") visit.onPrompt = shops(work) as OnPrompt;
  },
  erase: (done) => visit.erase(shops(done)),
  track: (name, props) => {
    const known = fromSegment(String(name), record(props) ?? {});
    if (!known || !tellGa4(visit, ...known)) visit.add("custom", { ...flat(props), name: text(name, 64) ?? "track" });
  },
  page: () => visit.page(),
  reset: () => visit.reset(),
});
