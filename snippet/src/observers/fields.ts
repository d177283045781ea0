/** What happens at the fields of a form: which kind of field, how long, and what was refused; never what is written. */

import { listenAll } from "../lib/listen_all";
import type { Codes } from "./codes";
import { elementOf, MASK, type Watched } from "./watched";

export type FieldKind = "email" | "phone" | "name" | "address" | "card" | "password" | "coupon" | "search" | "other";

/** In a field so long without a letter written. */
const HESITATES_MS = 15_000;
/** The same field refused again so soon is the same refusal. */
const SAME_MS = 1_000;

/** By the words a page uses for its fields, in the languages of most shops we know; the first that fits. */
const WORDS: readonly (readonly [RegExp, FieldKind])[] = [
  [/coupon|promo|voucher|discount|gutschein|r[ée]duction|cup[oó]n|descuent|cupom|sconto|kortingsc|rabat|slevov|クーポン|优惠|كوبون/i, "coupon"],
  [/card ?n|[ck]redit|kartenn|carte b|tarjeta|carta di|cvv|cvc|iban|カード/i, "card"],
  [/mail|courriel|correo|メール|البريد/i, "email"],
  [/phone|mobile|telefon|handy|t[ée]l[ée]f|電話|هاتف/i, "phone"],
  [/pass(w|phrase)|mot de passe|contrase|senha|パスワード/i, "password"],
  [/address|street|city|post ?code|postal|\bzip\b|stra(ß|ss)e|adresse|plz|postleit|\bort\b|\brue|ville|direcc|indirizz|citt[àa]|住所|郵便|عنوان/i, "address"],
  [/\bname|vorname|nachname|\bnom\b|pr[ée]nom|nombre|apellid|nome|氏名|お名前|الاسم/i, "name"],
];
const COMPLETES: readonly (readonly [RegExp, FieldKind])[] = [
  [/\bcc-/, "card"],
  [/email/, "email"],
  [/\btel/, "phone"],
  [/password|one-time/, "password"],
  [/address|postal|street|country|locality/, "address"],
  [/name|honorific|organization/, "name"],
];
const TYPES: Readonly<Record<string, FieldKind>> = { email: "email", tel: "phone", password: "password", search: "search" };
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (element: Element | undefined): element is Field =>
  !element?.closest(MASK) && !!element?.matches("input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset],[type=checkbox],[type=radio]),select,textarea");

const first = (table: readonly (readonly [RegExp, FieldKind])[], words: string): FieldKind | undefined => table.find(([found]) => found.test(words))?.[1];

/** What kind of field it is, by what it completes, its type, and the words that name it to people. */
export const kindOfField = (field: Field): FieldKind => {
  const completes = first(COMPLETES, (field.getAttribute("autocomplete") ?? "").toLowerCase());
  const known = completes ?? TYPES[field.type];
  if (known) return known;
  const named = [field.getAttribute("aria-label") ?? "", ...[...(field.labels ?? [])].map(({ textContent }) => textContent), field.id.replace(/[-_]/g, " ")];
  const by = field.getAttribute("aria-labelledby");
  if (by) named.push(...by.split(" ").map((id) => document.getElementById(id)?.textContent ?? ""));
  return first(WORDS, named.join(" ").slice(0, 200)) ?? "other";
};

/** Begins to listen. @param codes - fetches what looks after coupon codes. @param focused - the field that is in use already. */
export const fields = (watched: Watched, codes: () => Promise<{ readonly codes: (watched: Watched) => Codes }>, focused?: Element): void => {
  const { clock, safely, add, atEnd } = watched;
  let code: Codes | undefined;
  /** A code was sent, perhaps before what looks after codes was there. */
  let asked = false;
  let now: { readonly field: Field; readonly kind: FieldKind; readonly at: number } | undefined;
  let unwait = (): void => undefined;
  let wrong: readonly [Element?, number?] = [];

  const leave = (): void => {
    unwait();
    if (now) add("form_leave", { field: now.kind, ms: Math.round(clock.now() - now.at) });
    now = undefined;
  };
  const enter = (field: Field): void => {
    if (now?.field === field) return;
    leave();
    const kind = kindOfField(field);
    const at = clock.now();
    now = { field, kind, at };
    if (kind === "coupon") {
      add("coupon_focus", {});
      codes().then((it) => {
        code ??= it.codes(watched);
        if (asked) code.sent();
      }).catch(() => undefined);
    } else add("form_focus", { field: kind });
    unwait = clock.later(HESITATES_MS, () => {
      if (document.visibilityState === "visible" && kind !== "coupon") add("form_focus", { field: kind, ms: HESITATES_MS });
    });
  };
  const error = (field: Field): void => {
    const at = clock.now();
    if (wrong[0] === field && at - (wrong[1] ?? 0) < SAME_MS) return;
    wrong = [field, at];
    const kind = kindOfField(field);
    if (kind === "coupon") code?.refuse();
    else add("form_error", { field: kind });
  };
  /** A code was sent: what the page answers beside its field may be a refusal. */
  const sent = (field: Field | undefined): void => {
    if (!field || now?.field !== field || now.kind !== "coupon") return;
    asked = true;
    code?.sent();
  };

  // By the browser's own names, which the build may not shorten.
  const heard: Readonly<Record<string, (field: Field, event: Event) => void>> = {
    focusin: enter,
    focusout: leave,
    ["input"]: () => unwait(),
    invalid: error,
    keydown: (field, event) => {
      if ((event as KeyboardEvent).key === "Enter") sent(field);
    },
  };
  listenAll(document, Object.keys(heard).join(" "), safely((event: Event) => {
    const element = elementOf(event);
    if (isField(element)) heard[event.type]?.(element, event);
  }));
  listenAll(document, "pointerdown submit", safely(() => sent(now?.field)));
  atEnd(leave);
  new MutationObserver(safely((records: readonly MutationRecord[]) => {
    for (const { target } of records) {
      const element = target as Element;
      if (isField(element) && element.getAttribute("aria-invalid") === "true") error(element);
    }
  })).observe(document, { subtree: true, attributeFilter: ["aria-invalid"] });
  if (isField(focused)) enter(focused);
};
