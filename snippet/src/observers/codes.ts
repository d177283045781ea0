/** Whether a coupon code was refused: by the field itself, or by words that come up beside it. The code is never read. */

import type { Watched } from "./watched";

/** An answer to a code comes so soon after it was sent, and a second one so soon is the same. */
const ANSWER_MS = 6_000;
/** Longer texts than these are no answer, but what else stands on the page. */
const LONG = 300;
const REFUSED = /invalid|not valid|isn.t valid|expired|doesn.t exist|does not exist|not found|can.?t be (applied|used)|cannot be (applied|used)|not applicable|ung[üu]ltig|abgelaufen|nicht (g[üu]ltig|gefunden|einl[öo]sbar|existier)|invalide|expir[ée]|n.existe pas|pas valable|no (es )?v[áa]lid|caducad|no existe|non (è )?valid|scadut|inv[áa]lid|ongeldig|ogiltig|ugyldig|nieprawid|neplatn|無効|无效|غير صالح/i;


export interface Codes {
  readonly sent: () => void;
  readonly refuse: () => void;
}

/** Looks after codes from now on. */
export const codes = ({ clock, safely, add }: Watched): Codes => {
  let refusedAt = -Infinity;
  const refuse = (): void => {
    const at = clock.now();
    if (at - refusedAt < ANSWER_MS) return;
    refusedAt = at;
    add("coupon_refused", {});
  };
  return {
    refuse,
    sent: () => {
      // Shops answer beside the field as well as at the top of the page.
      const said = ({ target, addedNodes }: MutationRecord): readonly string[] =>
        [...addedNodes, target].map((node) => node.textContent ?? "").filter(({ length }) => length < LONG);
      const answers = new MutationObserver(safely((records: readonly MutationRecord[]) => {
        if (!records.flatMap(said).some((words) => REFUSED.test(words))) return;
        answers.disconnect();
        refuse();
      }));
      answers.observe(document.body, { subtree: true, childList: true, characterData: true });
      clock.later(ANSWER_MS, () => answers.disconnect());
    },
  };
};
