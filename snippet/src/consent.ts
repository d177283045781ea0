/** What the visitor allows, out of everything that was said about it. Pure. */

export type Consent = "none" | "anonymous" | "full";

/** A state of consent, who said so, and when (milliseconds since 1970). */
export interface ConsentClaim {
  readonly state: Consent;
  readonly src: "call" | "gpc" | "default" | "erase";
  readonly at: number;
}

/** `word` when it is a state of consent. */
export const consentState = (word: unknown): Consent | undefined =>
  (["none", "anonymous", "full"] as const).find((state) => state === word);

/**
 * The state that holds: what was said in a call, here or on an earlier page, else the site's default; Global Privacy
 * Control caps either at `anonymous`.
 *
 * @param said - from the page's own call, or kept from an earlier page.
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
