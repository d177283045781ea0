/** Where a floating prompt may stand: at the lower edge of the window, above whatever the shop keeps there. */

/** A prompt needs this much height; a longer one scrolls inside. */
const ENOUGH_PX = 240;
/** Space kept to the top of the window; the sheet keeps the same. */
const TOP_PX = 16;
/** Fine enough to hit a round chat bubble of 48 px, which lies low; higher up rows may be further apart. */
const GRID_PX = 32;
const LOW_PX = 128;
const COARSE = 3;
/** Something pinned taller than this share of the window is the page itself, or nothing one could stand above. */
const PAGE_SHARE = 0.8;
/** So far up, as a share of the window, a prompt moves for a button that scrolls with the page. */
const BUTTON_SHARE = 0.4;

/**
 * How far above the lower edge of the window a prompt stands free, px; undefined when nowhere.
 *
 * @param height - of the prompt; `gap`: least distance to the edge, half of it to what it stands above; both px.
 * @param topOf - the upper edge, px from the top, of what is in its way when lifted so far; undefined when nothing is.
 */
export const findLift = (
  windowHeight: number,
  height: number,
  gap: number,
  topOf: (lift: number) => number | undefined,
): number | undefined => {
  for (let lift = gap; windowHeight - lift - TOP_PX >= Math.min(height, ENOUGH_PX); ) {
    const top = topOf(lift);
    if (top === undefined) return lift;
    lift = Math.max(lift + 1, Math.ceil(windowHeight - top + gap / 2));
  }
  return undefined;
};

/** The nearest ancestor (or itself) that does not scroll with the page: fixed, or sticky to the lower edge. */
export const pinnedBy = (element: Element): Element | undefined => {
  // What stands in a shadow root is held by what holds its host.
  for (let at: Element | null | undefined = element; at; at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host) {
    const { position, bottom } = getComputedStyle(at);
    if (position === "fixed" || (position === "sticky" && bottom !== "auto")) return at;
  }
  return undefined;
};

/** Whether two things stand in each other's way in the window. */
export const overlap = (one: Element, other: Element): boolean => {
  const a = one.getBoundingClientRect();
  const b = other.getBoundingClientRect();
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
};

/**
 * The upper edge of what `own` would cover where it stands: bars, bubbles and banners pinned there, the field being
 * typed in, and `button` unless that would send the prompt far up. Undefined when it covers none of them.
 */
export const topOfCovered = (own: Element, button?: Element): number | undefined => {
  const tops: number[] = [];
  const mind = (element: Element | false | undefined, share = 1): void => {
    if (!element) return;
    const { top, height } = element.getBoundingClientRect();
    if (overlap(own, element) && height < innerHeight * PAGE_SHARE && innerHeight - top < innerHeight * share) tops.push(top);
  };
  for (const element of pinnedOver(own)) mind(element);
  const field = document.activeElement;
  if (field?.matches("input,textarea,select,[contenteditable]")) mind(field);
  mind(button, BUTTON_SHARE);
  return tops.length ? Math.min(...tops) : undefined;
};

/** Everything painted at the points of a grid over `box` and in the window, but for `own` itself. */
export const under = (own: Element, box = own.getBoundingClientRect()): ReadonlySet<Element> => {
  const { left, right, top, bottom } = box;
  const low = Math.min(bottom, innerHeight);
  const found = new Set<Element>();
  for (let x = left + GRID_PX / 2; x < right; x += GRID_PX) {
    for (let y = low - GRID_PX / 2; y > Math.max(top, 0); y -= GRID_PX * (y > low - LOW_PX ? 1 : COARSE)) {
      for (const element of document.elementsFromPoint(x, y)) found.add(element);
      // Grown while it is walked: banners and bubbles often live in shadow roots, some of them in one another's.
      for (const one of found) for (const inner of (one !== own && one.shadowRoot?.elementsFromPoint(x, y)) || []) found.add(inner);
    }
  }
  found.delete(own);
  return found;
};

/** What the shop has pinned to the window where `own` stands, or anywhere in `box`. */
export const pinnedOver = (own: Element, box?: DOMRect): readonly Element[] =>
  [...under(own, box)].flatMap((one) => pinnedBy(one) ?? []);
