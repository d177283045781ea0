/** A pointer that leaves over the top edge, as one does on the way to the tabs or the address. */

import { listenAll } from "../lib/listen_all";
import { busyField } from "../lib/busy_field";
import type { Clock } from "../clock";
import type { Safely } from "../guard";

/** Coming back so soon means the pointer only brushed the edge. */
const GRACE_MS = 120;

/** @param report - called after the grace; whether it counts is for the caller to say. */
export const onExitIntent = (report: () => void, clock: Clock, safely: Safely): (() => void) => {
  let unwait: (() => void) | undefined;
  let lastY: number | undefined;
  const root = document.documentElement;
  const stops = [
    listenAll(root, "mousemove mouseenter", safely((event: Event) => {
      lastY = (event as MouseEvent).clientY;
      unwait?.();
    })),
    listenAll(root, "mouseleave", safely((event: Event) => {
      const { target, clientX, clientY, buttons } = event as MouseEvent;
      const upward = lastY !== undefined && lastY > clientY;
      const sideways = clientX < 0 || clientX >= innerWidth;
      if (target !== root || clientY > 0 || !upward || sideways || buttons || busyField()) return;
      unwait?.();
      unwait = clock.later(GRACE_MS, report);
    })),
  ];
  return () => {
    unwait?.();
    for (const stop of stops) stop();
  };
};
