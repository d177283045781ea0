/** A prompt as the server sends it, to be varied by tests, and what pressing its controls led to. */

import type { PromptData, PromptHost, PromptLine } from "../../../snippet/src/prompt";
import type { Deeds } from "../../../snippet/src/ui/actions";

export const sample: PromptData = {
  play: "reassure",
  format: "toast",
  tone: "soft",
  locale: "en-GB",
  dir: "ltr",
  headline: "Free returns on the Trail mug",
  body: "Send it back within 30 days.",
  actions: [{ id: "no", label: "No thanks", do: "dismiss" }],
  writer: "house",
  why: "You looked at this mug for a while.",
};

/** A page with no marked places, no wishes of its owner, and nothing against a prompt. */
export const host: PromptHost = {
  slots: [],
  theme: {},
  branding: "",
  mark: false,
  objection: () => "",
  report: () => undefined,
};

export const line = (over: Partial<PromptLine> = {}): PromptLine => ({
  sku: "MUG-1",
  name: "Trail mug",
  qty: 1,
  price: "24.00",
  ...over,
});

/** Deeds that write down what they were asked for, in order. */
export const written = (): { readonly deeds: Deeds; readonly said: string[] } => {
  const said: string[] = [];
  return {
    said,
    deeds: {
      done: (st, a) => said.push(`${st} ${a ?? ""}`.trim()),
      note: (a) => said.push(`noted ${a}`),
      signal: new AbortController().signal,
    },
  };
};
