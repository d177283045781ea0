/** What every format is to the drawer: a way to put a built card into the page, and to keep it where it disturbs nobody. */

import type { PromptData, PromptHost } from "../prompt";
import type { Deeds } from "./actions";
import type { Card } from "./card";
import type { Rest } from "./pace";
import { findSpot } from "./stand";
import type { Words } from "./words";

/** What a format may know of the prompt and of the page. */
export interface Scene {
  readonly d: PromptData;
  readonly host: PromptHost;
  readonly words: Words;
  readonly deeds: Deeds;
  readonly rest: Rest;
  /** The shop's own button, which a prompt should not cover. */
  readonly button: Element | undefined;
}

/** Looks for a free spot and changes nothing meanwhile. @returns what moves the prompt there; undefined when there is none at the moment. */
export type Find = () => Promise<(() => void) | undefined>;

/** Puts `tag`, themed, holding its words and still invisible, where its format belongs. */
export type Settle = (tag: HTMLElement, card: Card, scene: Scene) => Find;

export interface Form {
  readonly settle: Settle;
  readonly SHEET: string;
}

/** The toast: over the lower corner where reading ends; on a phone a sheet at the lower edge. */
export const settle: Settle = (tag, _card, { button, rest }) => {
  tag.showPopover?.();
  return () => findSpot(tag, button, rest);
};
