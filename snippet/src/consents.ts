/** Consent platforms of the page: what each of them allows, the strictest of them told. Fetched where there is one. */

import type { Consent, ConsentClaim, Heed } from "./consent";
import { list } from "./lib/list";
import { record } from "./lib/record";
import type { Setup } from "./setup";
import type { Fields } from "./wire";

type Source = ConsentClaim["src"];
/** What a platform allows; undefined: it says nothing here; "asking": it has not been answered yet. */
type Word = Consent | "asking" | undefined;

const LOOK_MS = 500;
const ORDER: readonly Consent[] = ["none", "anonymous", "full"];

/**
 * What a TC string allows (IAB TCF 2.2 and 2.3). Measuring content (purpose 8) is the least we do; to know somebody
 * again takes storage (1) and personalised content (5 and 6) besides, each by consent.
 */
export const fromTcf = (data: unknown): Word => {
  const { eventStatus, gdprApplies, purpose } = record(data) ?? {};
  if (gdprApplies === false) return undefined;
  if (eventStatus !== "tcloaded" && eventStatus !== "useractioncomplete") return "asking";
  const { consents, legitimateInterests } = record(purpose) ?? {};
  const yes = record(consents) ?? {};
  if (yes[8] === true && yes[1] === true && yes[5] === true && yes[6] === true) return "full";
  return yes[8] === true || record(legitimateInterests)?.[8] === true ? "anonymous" : "none";
};

/**
 * What Google's consent mode allows, from all its words in the data layer in order. It speaks of storage: without
 * `analytics_storage` nothing is kept on the device; to know somebody again takes `personalization_storage` too. A
 * grant for some regions is none for us, who do not know the visitor's; a denial for some is one for all.
 *
 * @param modes - what was said before: tag managers shorten the layer.
 */
export const fromModes = (entries: readonly unknown[], modes: Record<string, unknown> = {}): Word => {
  for (const entry of entries) {
    const { 0: word, 1: how, 2: told } = (entry ?? {}) as Fields;
    if (word !== "consent" || !/^(default|update)$/.test(String(how))) continue;
    const { region, ...types } = record(told) ?? {};
    for (const [type, mode] of Object.entries(types)) if (!region || mode === "denied") modes[type] = mode;
  }
  const { analytics_storage: kept, personalization_storage: known } = modes;
  if (kept === undefined) return undefined;
  return kept === "granted" && known === "granted" ? "full" : "anonymous";
};

/** What Shopify's customer privacy allows: to know somebody again takes analytics, preferences and marketing. */
export const fromShopify = (privacy: unknown): Word => {
  const asked = ["analyticsProcessingAllowed", "preferencesProcessingAllowed", "marketingAllowed"].map((name) => {
    const work = record(privacy)?.[name];
    return typeof work === "function" && (work as () => unknown).call(privacy) === true;
  });
  if (!record(privacy)) return "asking";
  return asked.every(Boolean) ? "full" : asked[0] ? "anonymous" : "none";
};

/**
 * The strictest of them, and who said so; nothing when none says anything. While one is still asking, no more is allowed
 * than without it, nor more than `anonymous`.
 */
export const strictest = (words: readonly (readonly [Source, Word])[], fallback: Consent): readonly [Consent, Source] | undefined =>
  words
    .flatMap(([src, word]): (readonly [Consent, Source])[] => {
      if (word !== "asking") return word ? [[word, src]] : [];
      return [[fallback === "none" ? fallback : "anonymous", "default"]];
    })
    .sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))[0];

/**
 * Listens to every platform the page has, also to those that come later.
 *
 * @param heed - told at once, and again whenever the answer is another one; without a word when no platform has a say.
 */
export const consents = ({ clock, safely, fallback }: Pick<Setup, "clock" | "safely" | "fallback">, heed: Heed): void => {
  const page = window as unknown as Fields;
  const modes = {};
  let tcf: Word;
  let heard = "";
  let known: unknown;
  let loading = false;
  const tell = safely(() => {
    const { Shopify, dataLayer, __tcfapi: api } = page;
    const loadFeatures = record(Shopify)?.["loadFeatures"];
    if (typeof api === "function" && api !== known) {
      known = api;
      tcf ??= "asking";
      (api as (...args: unknown[]) => void)("addEventListener", 2, safely((data: unknown, fine: unknown) => {
        const word = fine ? fromTcf(data) : tcf;
        // Shown again to somebody who has answered, a banner changes nothing until it is answered again.
        tcf = word === "asking" ? (tcf ?? word) : word;
        tell();
      }));
    }
    if (typeof loadFeatures === "function" && !loading) {
      loading = true;
      (loadFeatures as (...args: unknown[]) => void)([{ name: "consent-tracking-api", version: "0.1" }], tell);
    }
    // Asked for, it may have come within the call.
    const privacy = record(Shopify)?.["customerPrivacy"];
    const shop = privacy ?? loadFeatures ? fromShopify(privacy) : undefined;
    const found = strictest([["tcf", tcf], ["shopify", shop], ["gcm", fromModes(list(dataLayer), modes)]], fallback);
    if (heard === String(found)) return;
    heard = String(found);
    heed(found?.[0], found?.[1]);
  });
  document.addEventListener("visitorConsentCollected", tell);
  const look = (): void => {
    tell();
    clock.later(LOOK_MS, look);
  };
  look();
};
