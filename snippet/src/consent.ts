/** What the visitor allows, out of everything that was said about it. Pure. */

import { list } from "./lib/list";
import type { Setup } from "./setup";

export type Consent = "none" | "anonymous" | "full";

/** A state of consent, who said so, and when (milliseconds since 1970). */
export interface ConsentClaim {
  readonly state: Consent;
  readonly src: "call" | "tcf" | "gcm" | "shopify" | "gpc" | "default" | "erase";
  readonly at: number;
}

/** Takes what the page's consent platforms say; called without a word when none has a say. */
export type Heed = (state?: Consent, src?: ConsentClaim["src"]) => void;

/** `word` when it is a state of consent. */
export const consentState = (word: unknown): Consent | undefined =>
  (["none", "anonymous", "full"] as const).find((state) => state === word);

/** Whether the page has a consent platform to ask: TCF, Shopify's, or Google's consent mode. */
export const asksConsent = (page: { __tcfapi?: unknown; Shopify?: { loadFeatures?: unknown }; dataLayer?: unknown }): unknown =>
  page.__tcfapi ??
  page.Shopify?.loadFeatures ??
  list(page.dataLayer).find((entry) => (entry as { 0?: unknown } | undefined)?.[0] === "consent");

/**
 * The state that holds: what was said in a call, here or on an earlier page, else by a consent platform, else the
 * site's default; Global Privacy Control caps each at `anonymous`.
 *
 * @param said - from the page's own call, kept from an earlier page, or from a platform.
 * @param now - milliseconds since 1970; when a default began to hold.
 */
export const resolveConsent = (
  said: ConsentClaim | undefined,
  fallback: Consent,
  gpc: boolean,
  now: number,
): ConsentClaim => {
  const claim = said ?? { state: fallback, src: "default", at: now };
  return gpc && claim.state === "full" ? { state: "anonymous", src: "gpc", at: claim.at } : claim;
};

/** A consent platform that loads late is looked for so often more. */
const LOOKS = 5;
const LOOK_MS = 1_000;

/**
 * Asks the page's consent platforms, now or when one comes up; without one the visit begins at once.
 *
 * @param heed - told what they say; without a word, nothing.
 */
export const askPlatforms = (setup: Setup, heed: Heed, looks = LOOKS): void => {
  if (asksConsent(window as never)) {
    // As long as it cannot be asked, nothing begins.
    setup.part("consents").then(setup.safely((it) => it.consents(setup, heed)));
    return;
  }
  if (looks === LOOKS) heed();
  if (looks) setup.clock.later(LOOK_MS, () => askPlatforms(setup, heed, looks - 1));
};
