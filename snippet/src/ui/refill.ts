/** One tap puts a left cart back into the shop's own; fetched where a prompt offers it. */

import type { PromptAction, PromptData, PromptLine } from "../prompt";
import type { Deeds } from "./actions";
import { type Child, node, safeUrl } from "./node";
import type { Words } from "./words";

/** Pieces by SKU. */
type Counts = ReadonlyMap<string, number>;
type Row = Readonly<Record<string, unknown>>;

/** A shop's cart, as far as it takes to fill it. */
interface Basket {
  readonly read: () => Promise<Counts>;
  /** Puts pieces in; what cannot be had is left out. */
  readonly add: (lines: readonly PromptLine[], before: Counts) => Promise<unknown>;
  /** Shows the cart where it can be shown in the page; whether it could. */
  readonly open?: (() => boolean) | undefined;
}

interface Shop {
  readonly routes?: { readonly root?: string };
  readonly actions?: { readonly updateCart?: Action; readonly openCart?: Action };
}
type Action = ((of?: object) => Promise<unknown>) & { readonly isDefault?: () => boolean };

const post = (url: string, body: object, headers: object = {}): Promise<Response> =>
  fetch(url, { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });

const counts = (rows: unknown, id: string): Counts => {
  const found = new Map<string, number>();
  for (const row of (rows ?? []) as readonly Row[]) found.set(String(row[id]), (found.get(String(row[id])) ?? 0) + Number(row["quantity"]));
  return found;
};

/** Of each line the pieces that are not there. */
const lacking = (lines: readonly PromptLine[], there: Counts): readonly PromptLine[] =>
  lines.map((line) => ({ ...line, qty: line.qty - (there.get(line.sku) ?? 0) })).filter(({ qty }) => qty > 0);

/** Shopify: the theme's own action where it has one, which draws what follows; else the cart's address. */
const shopify = ({ routes, actions }: Shop): Basket => {
  const root = routes?.root ?? "/";
  const update = actions?.updateCart;
  // What a theme has not made its own may load the page anew.
  const own = update && update.isDefault?.() === false ? update : undefined;
  const read = async (): Promise<Counts> => {
    const answer = (await (await fetch(`${root}cart.js`, { credentials: "same-origin" })).json()) as Row;
    return counts(answer["items"], "variant_id");
  };
  const put = async (lines: readonly PromptLine[]): Promise<void> => {
    const { ok } = await post(`${root}cart/add.js`, { items: lines.map(({ sku, qty }) => ({ id: Number(sku), quantity: qty })) });
    // One that cannot be had bars all: then each is tried by itself.
    if (!ok && lines[1]) for (const line of lines) await put([line]);
  };
  let refused: unknown;
  const add = async (lines: readonly PromptLine[], before: Counts): Promise<void> => {
    if (!own) return put(lines);
    refused = await own({ lines: lines.map(({ sku, qty }) => ({ merchandiseId: `gid://shopify/ProductVariant/${sku}`, quantity: qty })) }).then((answer) => (answer as { userErrors?: unknown[] } | undefined)?.userErrors?.length, () => 1);
    if (!refused) return;
    // What the theme refused is left to the cart's address, which takes what can be had; what it took is not put in twice.
    await put(lacking(lines.map((line) => ({ ...line, qty: line.qty + (before.get(line.sku) ?? 0) })), await read()));
  };
  return {
    read,
    add,
    // A theme that was passed by shows its cart as it was before.
    open: own && (() => !refused && !!actions?.openCart?.()),
  };
};

/** WooCommerce: the Store API, which hands out a pass with every answer. */
const woo = (): Basket => {
  const root = document.querySelector('link[rel="https://api.w.org/"]')?.getAttribute("href") ?? "/wp-json/";
  let pass = "";
  const heard = (answer: Response): Response => {
    pass = answer.headers.get("Nonce") ?? pass;
    return answer;
  };
  return {
    read: async () => {
      const answer = (await heard(await fetch(`${root}wc/store/v1/cart`, { credentials: "same-origin" })).json()) as Row;
      return counts(answer["items"], "id");
    },
    add: async (lines) => {
      for (const { sku, qty } of lines) heard(await post(`${root}wc/store/v1/cart/add-item`, { id: Number(sku), quantity: qty }, { Nonce: pass }));
    },
  };
};

/** Asks the shop's own function. @returns undefined when it has none, else whether it worked. */
const asked = (lines: readonly PromptLine[]): Promise<boolean> | undefined => {
  let answer: Promise<unknown> | undefined;
  const take = (of: unknown): void => {
    answer = Promise.resolve(of);
  };
  window.dispatchEvent(new CustomEvent("tarry:refill", { detail: { lines, take } }));
  return answer?.then((of) => of !== false);
};

/** Puts back what is missing. @returns names of what is not there afterwards, and whether the shop shows its cart itself. */
export const putBack = async (lines: readonly PromptLine[]): Promise<readonly [lost: readonly string[], open?: boolean]> => {
  const names = (of: readonly PromptLine[]): readonly string[] => of.map(({ name }) => name);
  const own = asked(lines);
  if (own) return [(await own) ? [] : names(lines)];
  const shop = (window as { Shopify?: Shop }).Shopify;
  const { read, add, open } = shop ? shopify(shop) : woo();
  const before = await read();
  const missing = lacking(lines, before);
  if (!missing.length) return [[]];
  await add(missing, before);
  const after = await read();
  const lost = names(lines.filter(({ sku, qty }) => (after.get(sku) ?? 0) < qty));
  return [lost, !lost.length && open?.()];
};

export interface Refill {
  /** Says how it went, where that is not to be seen. */
  readonly said: Child;
  /** @returns undefined when the action is none of its own. */
  readonly press: (action: PromptAction) => true | undefined;
}

/** @returns what a press of the action does; a second one while it is at work does nothing. */
export const refill = (d: PromptData, words: Words, { done }: Deeds): Refill => {
  const said = node("p", "soft");
  said.setAttribute("role", "status");
  const lines = (d.lines ?? []).filter(({ gone, qty }) => !gone && qty > 0);
  const cart = safeUrl(d.actions.find((action) => action.do === "link")?.href);
  let busy = false;
  const work = async ({ id }: PromptAction): Promise<void> => {
    const [lost, opened] = await putBack(lines).catch(() => [lines.map(({ name }) => name), false] as const);
    busy = false;
    if (lost.length) {
      said.textContent = lost.length < lines.length ? (words.lost ?? "Could not be put back: {n}").replace("{n}", lost.join(", ")) : (words.failed ?? "That did not work. Nothing was changed.");
      return;
    }
    done("clicked", id);
    if (cart && !opened) location.assign(cart);
  };
  return {
    said,
    press: (action) => {
      if (action.do !== "refill") return undefined;
      if (!busy) {
        busy = true;
        said.textContent = "…";
        void work(action);
      }
      return true;
    },
  };
};

export const SHEET = "";
