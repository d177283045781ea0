/** Why this is a bad moment to show something. */

import { busyField } from "./lib/busy_field";

/** Nothing comes so soon after a page has come up. */
const SETTLE_MS = 2_000;

/** `""` when the moment is right; `away` when nobody would see it. */
export type Objection = "" | "away" | "early" | "typing" | "dialog" | "selecting";

/** @param sinceMs - milliseconds since the page came up. */
export const objection = (sinceMs: number): Objection => {
  if (document.visibilityState !== "visible" || !document.hasFocus()) return "away";
  if (sinceMs < SETTLE_MS) return "early";
  if (busyField()) return "typing";
  if ([...document.querySelectorAll("dialog[open],[aria-modal=true]")].some(({ clientHeight }) => clientHeight)) return "dialog";
  return getSelection()?.isCollapsed === false ? "selecting" : "";
};
