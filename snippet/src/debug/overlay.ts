/** The part that is fetched with the first log line the server sends: draws what it has understood of this visit. */

import { asked, carryAlong, endOf } from "./carry";
import { factsAfter, type LogLine, NOTHING } from "./facts";
import { openPanel, type Rows } from "./panel";

/** The stream there is at the moment, and what holds of consent. */
export type Look = () => readonly [
  stream: { readonly link: { readonly phase: string }; readonly outbox: { readonly first: () => number; readonly last: number } } | undefined,
  claim: { readonly state: string; readonly src: string } | undefined,
];

const LOOK_MS = 1_000;
const WANTING = ": left carts and return visits need full";
const OVER = ["Link", "has run out: tarry tag --debug prints another"] as const;

const unheard = ({ first, last }: { readonly first: () => number; readonly last: number }): number => Math.max(0, last - first() + 1);

/** Opens the overlay. @returns what takes the server's log lines; after it was closed, they fall on deaf ears. */
export const begin = (look: Look): ((line: LogLine) => void) => {
  let facts = NOTHING;
  let open = true;
  const ends = endOf(asked(location.search));
  const links = new AbortController();
  const timer = setInterval(() => draw(), LOOK_MS);
  const panel = openPanel(() => {
    open = false;
    clearInterval(timer);
    links.abort();
  });
  carryAlong(links.signal);
  const draw = (): void => {
    const [stream, claim] = look();
    const { page, product, cart, readers } = facts.rows;
    const rows: Rows = [
      ["Page", page],
      ["Product", product],
      ["Cart", cart],
      ["Readers", readers],
      ["Consent", claim ? `${claim.state} (${claim.src})${claim.state === "anonymous" ? WANTING : ""}` : "not settled"],
      ["Connection", stream ? `${stream.link.phase.toLowerCase()}, ${unheard(stream.outbox)} not acknowledged` : "none"],
    ];
    panel.show(Date.now() > ends ? [...rows, OVER] : rows, facts.lines);
  };
  return (line) => {
    if (!open) return;
    facts = factsAfter(facts, line);
    draw();
  };
};

let shown: ReturnType<typeof begin> | undefined;

/** Takes a log line for the overlay, which opens with the first one. */
export const note = (line: LogLine, look: Look): void => (shown ??= begin(look))(line);
