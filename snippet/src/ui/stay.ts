/** What a prompt does while it stands: it gives way to what comes later, and answers to the keyboard; fetched once it has come up. */

import type { Scene, Find } from "./form";
import { delayed, listen } from "./node";
import { reach } from "./reach";
import { inTheWay, topOfCovered } from "./place";

/** The shop gets this long to take a clicked bar away, and scrolling to come to rest. */
const REST_MS = 300;
/** How often it looks for what comes by itself: banners and bubbles that load late, slide in, or live where nobody can watch. */
const LOOK_MS = 1_000;

/** @returns a way to give the focus back to where it was before it came into `tag`. */
export const stay = (tag: HTMLElement, find: Find, scene: Scene): (() => void) => {
  if (tag.popover) giveWay(tag, find, scene);
  return reach(tag, scene);
};

/**
 * Keeps `tag` clear of what the shop pins to the window: after a new window size or a click, and whenever something has
 * come to stand in its way. Where nothing is free it is hidden until something is, unless the focus is in it.
 */
const giveWay = (tag: HTMLElement, find: Find, { deeds: { signal }, rest }: Scene): void => {
  let timer: ReturnType<typeof setTimeout>;
  let busy = false;
  const covers = async (): Promise<boolean> => {
    const box = tag.getBoundingClientRect();
    return topOfCovered(box, await inTheWay(tag, box, rest)) !== undefined;
  };
  const look = async (always: boolean): Promise<void> => {
    if (busy) return;
    busy = true;
    if (always || !tag.hasAttribute("on") || (await covers())) {
      const move = await find();
      move?.();
      tag.toggleAttribute("on", !!move || !!tag.shadowRoot?.activeElement);
    }
    busy = false;
  };
  const soon = (always: boolean, ms = REST_MS): void => {
    clearTimeout(timer);
    timer = delayed(ms, signal, () => {
      look(always).catch(() => undefined);
      soon(false, LOOK_MS);
    });
  };
  const watch = (kind: string, always: boolean): void =>
    listen(window, kind, signal, ({ target }) => target === tag || soon(always));
  watch("resize", true);
  watch("click", true);
  watch("scroll", false);
  watch("focusin", false);
  soon(false);
};

export const SHEET = "";
