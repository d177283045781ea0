/** Where a floating prompt may stand: at the reading end of the lower edge, above whatever the shop keeps there. */

/** A prompt needs this much height; a longer one scrolls inside. */
const ENOUGH_PX = 240;
/** Fine enough to hit a round chat bubble of 48 px wherever it lies. */
const GRID_PX = 32;
/** Space kept to the top of the window. */
const TOP_PX = 8;
/** Something pinned taller than this share of the window is the page itself, or nothing one could stand above. */
const PAGE_SHARE = 0.6;
/** So far up, as a share of the window, a prompt moves for a button that scrolls with the page. */
const BUTTON_SHARE = 0.4;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `side`: the reading end or start; `lift`: px between the lower edge of the window and the prompt. */
export interface Spot {
  readonly side: "end" | "start";
  readonly lift: number;
}

/** The window and the prompt in it, px; `gap` is 0 for a sheet over the whole width. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly promptWidth: number;
  readonly promptHeight: number;
  readonly gap: number;
  readonly rtl: boolean;
}

/**
 * The lowest free spot, at the reading end if it can be; undefined when both corners are taken up to the top.
 *
 * @param topOf - the upper edge (px from the top) of what stands in a box, or undefined when nothing does.
 */
export const findSpot = (room: Room, topOf: (box: Box) => number | undefined): Spot | undefined => {
  const needed = Math.min(room.promptHeight, ENOUGH_PX);
  for (const side of room.gap ? (["end", "start"] as const) : (["end"] as const)) {
    let lift = room.gap;
    while (room.height - lift - needed >= TOP_PX) {
      const top = topOf(boxAt(room, side, lift));
      if (top === undefined) return { side, lift };
      lift = Math.max(lift + 1, Math.ceil(room.height - top + room.gap / 2));
    }
  }
  return undefined;
};

const boxAt = ({ width, height, promptWidth, promptHeight, gap, rtl }: Room, side: Spot["side"], lift: number): Box => {
  const left = (side === "end") === rtl ? gap : width - gap - promptWidth;
  return { left, top: Math.max(0, height - lift - promptHeight), right: left + promptWidth, bottom: height - lift };
};

/** The nearest ancestor (or itself) that does not scroll with the page: fixed, or sticky to the lower edge. */
export const pinnedBy = (element: Element): Element | undefined => {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const { position, bottom } = getComputedStyle(at);
    if (position === "fixed" || (position === "sticky" && bottom !== "auto")) return at;
  }
  return undefined;
};

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/**
 * Looks at the page inside a box: bars, bubbles and banners pinned there, the field being typed in, and `button`
 * unless that would send the prompt far up.
 *
 * @param own - the prompt itself, which does not stand in its own way.
 */
export const looker =
  (own: Element, button: Element | undefined) =>
  (box: Box): number | undefined => {
    const tops = [...elementsIn(box)].flatMap((element) => {
      const pinned = element !== own && pinnedBy(element);
      const at = pinned && pinned !== own && pinned.getBoundingClientRect();
      return at && at.height < innerHeight * PAGE_SHARE ? [at.top] : [];
    });
    const field = document.activeElement?.matches("input,textarea,select,[contenteditable]") && document.activeElement;
    for (const [element, share] of [[field, 1], [button, BUTTON_SHARE]] as const) {
      const at = element && element.getBoundingClientRect();
      if (at && at.height && crosses(at, box) && innerHeight - at.top < innerHeight * share) tops.push(at.top);
    }
    return tops.length ? Math.min(...tops) : undefined;
  };

/** Everything that is painted at the points of a grid over `box`, shadow roots included. */
const elementsIn = (box: Box): ReadonlySet<Element> => {
  const found = new Set<Element>();
  for (let x = box.left + GRID_PX / 2; x < box.right; x += GRID_PX) {
    for (let y = box.bottom - GRID_PX / 2; y > box.top; y -= GRID_PX) {
      for (const element of document.elementsFromPoint(x, y)) {
        found.add(element.shadowRoot?.elementFromPoint(x, y) ?? element);
      }
    }
  }
  return found;
};

const crosses = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
