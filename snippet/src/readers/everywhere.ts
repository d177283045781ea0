/** A page as people see it: with what stands in the shadow of its own elements. */

/** The page and every open shadow root in it but our prompts', the page first. */
export const roots = (page: Document): readonly (Document | ShadowRoot)[] => {
  const found: (Document | ShadowRoot)[] = [page];
  for (const root of found) {
    for (const { shadowRoot } of root.querySelectorAll(":not(tarry-prompt)")) if (shadowRoot) found.push(shadowRoot);
  }
  return found;
};

/** As `querySelectorAll`, in the page and in every open shadow root. */
export const everywhere = (page: Document, selector: string): readonly Element[] => roots(page).flatMap((root) => [...root.querySelectorAll(selector)]);

/** Something that takes a click may buy. */
export const CLICKED = 'button,[type=submit],[type=button],[role=button],a[class*="btn" i],a[class*="button" i],a[class*="cart" i],a[id*="buy" i],a[id*="cart" i]';
