/** Tests of what consent platforms say, and of which of them is heeded. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Consent } from "../../snippet/src/consent";
import { asksConsent } from "../../snippet/src/consent";
import { consents, fromModes, fromShopify, fromTcf, strictest } from "../../snippet/src/consents";
import { fakeClock } from "./fake_clock";

type Page = { __tcfapi?: unknown; Shopify?: unknown; dataLayer?: unknown };
const page = window as unknown as Page;

const tc = (yes: readonly number[], more: object = {}) => ({
  eventStatus: "useractioncomplete",
  gdprApplies: true,
  purpose: { consents: Object.fromEntries(yes.map((n) => [n, true])), legitimateInterests: {} },
  ...more,
});
/** The arguments object that `gtag` pushes. */
const gtag = (...args: readonly unknown[]): unknown => Object.assign({}, args);
const shop = (analytics: boolean, preferences: boolean, marketing: boolean) => ({
  analyticsProcessingAllowed: () => analytics,
  preferencesProcessingAllowed: () => preferences,
  marketingAllowed: () => marketing,
});

let clock: ReturnType<typeof fakeClock>;
let heard: (string | undefined)[];

beforeEach(() => {
  clock = fakeClock();
  heard = [];
});
afterEach(() => {
  for (const name of ["__tcfapi", "Shopify", "dataLayer"] as const) delete page[name];
});

const listen = (): void => {
  const mine = heard;
  const heed = (state?: Consent, src?: string): void => void mine.push(state && `${state} ${src}`);
  consents({ clock, safely: (work) => work, fallback: "full" }, heed);
};

test.each([
  ["all that we do", tc([1, 5, 6, 8]), "full"],
  ["storing and measuring, but nothing personal", tc([1, 8]), "anonymous"],
  ["measuring alone", tc([8]), "anonymous"],
  ["everything but measuring", tc([1, 2, 3, 4, 5, 6, 7, 9, 10]), "none"],
  ["nothing", tc([]), "none"],
  ["measuring by legitimate interest alone", tc([], { purpose: { consents: {}, legitimateInterests: { 8: true } } }), "anonymous"],
  ["a choice of an earlier visit", tc([1, 5, 6, 8], { eventStatus: "tcloaded" }), "full"],
  ["a banner that is only just shown", tc([1, 5, 6, 8], { eventStatus: "cmpuishown" }), "asking"],
  ["a visitor the law does not cover", tc([], { gdprApplies: false }), undefined],
  ["words that are no answer", "yes", "asking"],
  ["an answer without purposes", { eventStatus: "tcloaded" }, "none"],
  ["purposes that only look like a yes", tc([], { purpose: { consents: { 1: 1, 5: "true", 6: {}, 8: "yes" } } }), "none"],
])("TCF: %s", (_, data, word) => {
  expect(fromTcf(data)).toBe(word);
});

test.each([
  ["nothing of the kind", [{ event: "view_item" }, gtag("config", "G-1"), null, 7], undefined],
  ["all denied", [gtag("consent", "default", { analytics_storage: "denied", ad_storage: "denied" })], "anonymous"],
  ["both granted", [gtag("consent", "default", { analytics_storage: "granted", personalization_storage: "granted" })], "full"],
  ["granted, with no word on personalisation", [gtag("consent", "default", { analytics_storage: "granted" })], "anonymous"],
  ["personalisation without storage", [gtag("consent", "default", { analytics_storage: "denied", personalization_storage: "granted" })], "anonymous"],
  ["ads alone", [gtag("consent", "default", { ad_storage: "granted" })], undefined],
  [
    "denied first, granted later",
    [
      gtag("consent", "default", { analytics_storage: "denied", personalization_storage: "denied", wait_for_update: 500 }),
      gtag("consent", "update", { analytics_storage: "granted" }),
      gtag("consent", "update", { personalization_storage: "granted" }),
    ],
    "full",
  ],
  [
    "granted, and taken back",
    [
      gtag("consent", "update", { analytics_storage: "granted", personalization_storage: "granted" }),
      gtag("consent", "update", { personalization_storage: "denied" }),
    ],
    "anonymous",
  ],
  [
    "granted in some regions only",
    [gtag("consent", "default", { analytics_storage: "granted", personalization_storage: "granted", region: ["US"] })],
    undefined,
  ],
  [
    "denied in some regions",
    [
      gtag("consent", "default", { analytics_storage: "granted", personalization_storage: "granted" }),
      gtag("consent", "default", { personalization_storage: "denied", region: ["ES"] }),
    ],
    "anonymous",
  ],
  ["another word", [gtag("consent", "forget", { analytics_storage: "granted", personalization_storage: "granted" })], undefined],
])("Google's consent mode: %s", (_, entries, word) => {
  expect(fromModes(entries)).toBe(word);
});

test.each([
  ["all allowed", shop(true, true, true), "full"],
  ["no marketing", shop(true, true, false), "anonymous"],
  ["no preferences", shop(true, false, true), "anonymous"],
  ["no analytics", shop(false, true, true), "none"],
  ["an object that cannot be asked", {}, "none"],
  ["not loaded yet", undefined, "asking"],
])("Shopify: %s", (_, privacy, word) => {
  expect(fromShopify(privacy)).toBe(word);
});

test("the strictest that says anything is heeded, and one that is still asking allows no more than without it", () => {
  expect(strictest([["tcf", "full"], ["gcm", "anonymous"], ["shopify", "none"]], "full")).toEqual(["none", "shopify"]);
  expect(strictest([["tcf", undefined], ["gcm", "full"]], "none")).toEqual(["full", "gcm"]);
  expect(strictest([["tcf", "asking"], ["gcm", "full"]], "full")).toEqual(["anonymous", "default"]);
  expect(strictest([["tcf", "asking"]], "none")).toEqual(["none", "default"]);
  expect(strictest([["tcf", "asking"], ["gcm", "none"]], "anonymous")).toEqual(["none", "gcm"]);
  expect(strictest([["tcf", undefined], ["gcm", undefined]], "full")).toBeUndefined();
});

test("a page with no such platform has nothing to ask", () => {
  expect(asksConsent({})).toBeUndefined();
  expect(asksConsent({ dataLayer: [{ event: "gtm.js" }, null] })).toBeUndefined();
  expect(asksConsent({ Shopify: { shop: "x" } as object })).toBeUndefined();
  expect(asksConsent({ dataLayer: [gtag("consent", "default", {})] })).toBeTruthy();
});

test("a TCF banner is heard from the question to the answer, and its being opened again changes nothing", () => {
  let say: ((data: unknown, fine: boolean) => void) | undefined;
  page.__tcfapi = vi.fn((_: string, __: number, work: typeof say) => {
    say = work;
  });
  listen();
  say?.(tc([], { eventStatus: "cmpuishown" }), true);
  say?.(tc([1, 5, 6, 8]), true);
  say?.(tc([1, 5, 6, 8], { eventStatus: "cmpuishown" }), true);
  say?.(tc([8]), true);
  say?.(undefined, false);

  expect(heard).toEqual(["anonymous default", "full tcf", "anonymous tcf"]);
  expect(page.__tcfapi).toHaveBeenCalledTimes(1);
});

test("a stub that is replaced by the real platform is asked again", () => {
  page.__tcfapi = vi.fn();
  listen();
  const real = vi.fn((_: string, __: number, work: (data: unknown, fine: boolean) => void) => work(tc([8]), true));
  page.__tcfapi = real;
  clock.pass(500);
  clock.pass(5000);

  expect(real).toHaveBeenCalledTimes(1);
  expect(heard).toEqual(["anonymous default", "anonymous tcf"]);
});

test("a word in the data layer is heard within half a second, and outlives the layer's being shortened", () => {
  const layer: unknown[] = [gtag("consent", "default", { analytics_storage: "denied", personalization_storage: "denied" })];
  page.dataLayer = layer;
  listen();
  layer.push(gtag("consent", "update", { analytics_storage: "granted", personalization_storage: "granted" }));
  clock.pass(500);
  layer.splice(0, 2);
  clock.pass(5000);

  expect(heard).toEqual(["anonymous gcm", "full gcm"]);
});

test("Shopify is asked for its privacy part, and again when the visitor has chosen", () => {
  let allowed = false;
  const Shopify: { customerPrivacy?: unknown; loadFeatures: (features: unknown, then: () => void) => void } = {
    loadFeatures: (_, then) => {
      Shopify.customerPrivacy = { analyticsProcessingAllowed: () => true, preferencesProcessingAllowed: () => allowed, marketingAllowed: () => allowed };
      then();
    },
  };
  page.Shopify = Shopify;
  listen();
  allowed = true;
  document.dispatchEvent(new Event("visitorConsentCollected"));

  expect(heard).toEqual(["anonymous shopify", "full shopify"]);
});

test("where no platform has a say, that is said at once and not again", () => {
  page.__tcfapi = (_: string, __: number, work: (data: unknown, fine: boolean) => void) => work(tc([], { gdprApplies: false }), true);
  listen();
  clock.pass(5000);

  expect(heard).toEqual([undefined]);
});
