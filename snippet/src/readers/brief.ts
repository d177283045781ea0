/** Short texts, found without reading long ones. */

const DIGIT = /[\d٠-٩۰-۹०-९]/;
/** A text of so many characters is no price. */
const LONG = 400;
const UNREAD = /^(title|script|style|noscript|template|select|option|textarea|svg)$/i;

/** The text of `element` when it has at most `most` characters; a long one is not read to its end. */
export const brief = (element: Element, most: number): string | undefined => {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let words = "";
  while (walker.nextNode()) {
    words += walker.currentNode.nodeValue ?? "";
    if (words.length > most * 4) return undefined;
  }
  words = words.trim();
  return words.length > most ? undefined : words;
};

/** Elements under `roots` that themselves hold text with a digit, in order, at most `most` of them. */
export const withDigits = function* (roots: readonly Node[], most: number): Generator<readonly [Element, string]> {
  let looked = 0;
  for (const root of roots) {
    const walker = document.createTreeWalker(root, 4);
    while (looked < most && walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      if (!parentElement || UNREAD.test(parentElement.tagName)) continue;
      // Asked last: the text of a script may be half a page.
      const { nodeValue } = walker.currentNode;
      if (!nodeValue || nodeValue.length > LONG || !DIGIT.test(nodeValue)) continue;
      looked++;
      yield [parentElement, nodeValue];
    }
  }
};
