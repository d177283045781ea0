/** Why this is a bad moment to show something. */

import { busyField } from "./lib/busy_field";

/** Nothing comes so soon after a page has come up. */
const SETTLE_MS = 2_000;
/** Dialogs of the shop, and fields for a card: where somebody pays, we are silent. */
const DIALOGS = "dialog[open],[aria-modal=true]";
const CARD_FIELDS = "[autocomplete*=cc-]";

/** `""` when the moment is right; `away` when nobody would see it. */
export type Objection = "" | "away" | "early" | "typing" | "paying" | "dialog" | "selecting";

const stands = (selector: string): boolean =>
  [...document.querySelectorAll(selector)].some(({ clientHeight }) => clientHeight);

/** @param sinceMs - milliseconds since the page came up. */
export const objection = (sinceMs: number): Objection => {
  if (document.visibilityState !== "visible" || !document.hasFocus()) return "away";
  if (sinceMs < SETTLE_MS) return "early";
  if (busyField()) return "typing";
  if (stands(CARD_FIELDS)) return "paying";
  if (stands(DIALOGS)) return "dialog";
  return getSelection()?.isCollapsed === false ? "selecting" : "";
};
