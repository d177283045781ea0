/** What the score runs inside a page: the readers, asked once. */

import { hereOf, readMarkup } from "../../snippet/src/readers/markup";
import { readProduct } from "../../snippet/src/readers/product";

(window as { tarryRead?: unknown }).tarryRead = () => {
  const here = hereOf(document);
  return { item: readProduct(document, readMarkup(document, here).claims, here) };
};
