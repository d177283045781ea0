/** Where a floating prompt may stand: at the lower edge of the window, above whatever the shop keeps there. */

import type { Rest } from "./pace";

/** A prompt needs this much height; a longer one scrolls inside. */
const ENOUGH_PX = 240;
/** Space kept to the top of the window; the sheet keeps the same. */
const TOP_PX = 16;
/** Fine enough to hit a round chat bubble of 48 px, which lies low; higher up only what is large is looked for. */
const GRID_PX = 32;
const LOW_PX = 128;
const COARSE_PX = 96;
/** Something pinned taller than this share of the window is the page itself, or nothing one could stand above. */
const PAGE_SHARE = 0.8;

/** A part of the window, px from its upper left corner. */
export type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

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

/** Whether two boxes stand in each other's way. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The upper edge of whatever of `way` reaches into `box`; undefined when nothing does. */
export const topOfCovered = (box: Box, way: readonly Box[]): number | undefined => {
  const tops = way.filter((one) => overlap(box, one)).map(({ top }) => top);
  return tops.length ? Math.min(...tops) : undefined;
};

/** What of the shop's `own` must not cover, of all that is in `box`: what is pinned there, and the field being typed in. */
export const inTheWay = async (own: Element, box: Box, rest: Rest): Promise<readonly Box[]> => {
  const found = new Set<Element>();
  const shut: DOMRect[] = [];
  for (const element of await under(own, box, rest, shut)) found.add(pinnedBy(element) ?? own);
  const field = document.activeElement;
  if (field?.matches("input,textarea,select,[contenteditable]")) found.add(field);
  found.delete(own);
  return [...shut, ...[...found].map((one) => one.getBoundingClientRect())].filter(({ height }) => height < innerHeight * PAGE_SHARE);
};

/** Everything painted at the points of a grid over `box`, but for `own`; `shut` as in `paintedAt`. */
export const under = async (own: Element, { left, right, top, bottom }: Box, rest: Rest, shut?: DOMRect[]): Promise<ReadonlySet<Element>> => {
  const found = new Set<Element>();
  let step = GRID_PX;
  for (let y = bottom - GRID_PX / 2; y > top; y -= step) {
    step = y > bottom - LOW_PX ? GRID_PX : COARSE_PX;
    for (let x = left + GRID_PX / 2; x < right; x += step) paintedAt(own, x, y, found, shut);
    await rest();
  }
  found.delete(own);
  return found;
};

/**
 * Adds to `found` what is painted at a point, in shadow roots too: many banners and bubbles live in one.
 *
 * @param shut - gets a patch around the point where an element of the shop's own making paints outside its own box, out
 *   of a root nobody can look into: bubbles do that, which hang in the page without a size.
 */
export const paintedAt = (own: Element, x: number, y: number, found: Set<Element>, shut?: DOMRect[]): void => {
  const patch = new DOMRect(x - GRID_PX / 2, y - GRID_PX / 2, GRID_PX, GRID_PX);
  const add = (root: DocumentOrShadowRoot): void => {
    for (const element of root.elementsFromPoint(x, y)) {
      const [box] = element.getClientRects();
      if (/-/.test(element.localName) && !element.shadowRoot && box && !overlap(patch, box)) shut?.push(patch);
      if (found.has(element)) continue;
      found.add(element);
      if (element.shadowRoot && element !== own) add(element.shadowRoot);
    }
  };
  add(document);
};
