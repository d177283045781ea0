/** Tests of beginning to read a page: what it lacks is told to the owner. */
import { beforeEach, describe, expect, it } from "vitest";
import { begin } from "../../../snippet/src/adapters/read";

const LOOKS = 12;

/** Reads the page until nothing more is looked for, on a clock that is moved by hand. @returns what was told. */
const readThrough = async (): Promise<(readonly [string, Record<string, unknown>])[]> => {
  const told: [string, Record<string, unknown>][] = [];
  let waiting: (() => void)[] = [];
  const reading = begin({
    tell: (name, fields) => void told.push([name, fields]),
    later: (_, work) => {
      waiting.push(work);
      return () => {
        waiting = waiting.filter((one) => one !== work);
      };
    },
    now: () => 0,
    currency: () => undefined,
    safely: (work) => work,
    onTurn: () => undefined,
  });
  for (let look = 0; look < LOOKS; look++) {
    await reading.listening();
    const due = waiting;
    waiting = [];
    for (const work of due) work();
  }
  return told;
};

describe("what a page lacks", () => {
  beforeEach(() => {
    document.head.innerHTML = "<title>Trail mug</title>";
    history.replaceState(null, "", "/");
  });

  it("is told once when markup tells of a product and no price can be read", async () => {
    history.replaceState(null, "", "/products/trail-mug");
    const product = JSON.stringify({ "@type": "Product", name: "Trail mug" });
    document.body.innerHTML = `<script type="application/ld+json">${product}</script><main><h1>Trail mug</h1><button>Add to cart</button></main>`;
    const health = (await readThrough()).filter(([name]) => name === "health");
    expect(health).toEqual([["health", { reader: "markup", kind: "product", count: 0, missing: "price" }]]);
  });

  it("is not told of a page that sells nothing", async () => {
    history.replaceState(null, "", "/about-us");
    document.body.innerHTML = "<main><h1>About us</h1><p>We are a small shop.</p></main>";
    expect((await readThrough()).filter(([name]) => name === "health")).toEqual([]);
  });
});
