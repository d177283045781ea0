/** What every format is to the drawer: a way to put a built card into the page, and to keep it where it disturbs nobody. */

import type { PromptData, PromptHost } from "../prompt";
import type { Deeds } from "./actions";
import type { Card } from "./card";
import { standFree } from "./stand";
import type { Words } from "./words";

/** What a format may know of the prompt and of the page. */
export interface Scene {
  readonly d: PromptData;
  readonly host: PromptHost;
  readonly words: Words;
  readonly deeds: Deeds;
  /** The shop's own button, which a prompt should not cover. */
  readonly button: Element | undefined;
}

/**
 * Puts `tag`, themed, holding its words and still invisible, where its format belongs.
 *
 * @returns moves it to a free spot; false when there is none at the moment. Called first when it may rise.
 */
export type Settle = (tag: HTMLElement, card: Card, scene: Scene) => () => boolean;

export interface Form {
  readonly settle: Settle;
  readonly SHEET: string;
}

/** The toast: over the lower corner where reading ends; on a phone a sheet at the lower edge. */
export const settle: Settle = (tag, _card, { button }) => {
  tag.showPopover?.();
  return () => standFree(tag, button);
};
