/** Keeps the overlay over the next pages: a link followed within the shop takes the owner's token along. */

/** The part of an address that asks for the overlay, as it stands in this one; empty where it is not asked for. */
export const asked = (search: string): string => /[?&](tarry=debug(?:=|%3D)[\w.-]+)/i.exec(search)?.[1] ?? "";

/** When the server stops heeding the token, milliseconds since 1970: it stands in it for everybody to read. */
export const endOf = (ask: string): number => Number(/\.(\d+)\.[\w-]+$/.exec(ask)?.[1] ?? Infinity);

/** `href` with the token, when it leads to another page of this origin over http(s); else undefined. */
export const carried = (href: string, here: Location | URL, ask: string): string | undefined => {
  const to = new URL(href, here.href);
  if (!ask || to.origin !== here.origin || !to.protocol.startsWith("http") || asked(to.search)) return undefined;
  if (to.hash && to.pathname === here.pathname) return undefined;
  to.search += `${to.search ? "&" : "?"}${ask}`;
  return to.href;
};

/** Watches the page for links being followed, until `signal` aborts. The shop's own handlers see the link changed. */
export const carryAlong = (signal: AbortSignal): void => {
  const ask = asked(location.search);
  const follow = (event: Event): void => {
    try {
      const link = event.composedPath().find((at): at is HTMLAnchorElement => at instanceof HTMLAnchorElement);
      const href = link && carried(link.href, location, ask);
      if (link && href) link.href = href;
    } catch {
      // A link of a kind of its own goes where it goes.
    }
  };
  document.addEventListener("click", follow, { capture: true, passive: true, signal });
};
