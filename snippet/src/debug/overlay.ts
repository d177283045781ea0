/** The part that is fetched with the first log line the server sends: draws what it has understood of this visit. */

import { carryAlong } from "./carry";
import { factsAfter, type LogLine, NOTHING } from "./facts";
import { openPanel, type Rows } from "./panel";

/** Connection, consent state, who said so, and how many events are not acknowledged yet. */
export type Look = () => readonly [phase: string, consent: string, src: string, waiting: number];

const LOOK_MS = 1_000;

/** Opens the overlay. @returns what takes the server's log lines; after it was closed, they fall on deaf ears. */
export const begin = (look: Look): ((line: LogLine) => void) => {
  let facts = NOTHING;
  let open = true;
  const links = new AbortController();
  const timer = setInterval(() => draw(), LOOK_MS);
  const panel = openPanel(() => {
    open = false;
    clearInterval(timer);
    links.abort();
  });
  carryAlong(links.signal);
  const draw = (): void => {
    const [phase, state, src, waiting] = look();
    const { page, product, cart, readers } = facts.rows;
    const rows: Rows = [
      ["Page", page],
      ["Product", product],
      ["Cart", cart],
      ["Readers", readers],
      ["Consent", `${state} (${src})`],
      ["Connection", `${phase.toLowerCase()}, ${waiting} not acknowledged`],
    ];
    panel.show(rows, facts.lines);
  };
  return (line) => {
    if (!open) return;
    facts = factsAfter(facts, line);
    draw();
  };
};
