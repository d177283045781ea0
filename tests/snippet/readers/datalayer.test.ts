/** Tests of listening to a data layer without disturbing it. @vitest-environment node */

import { expect, test } from "vitest";
import { readDataLayer } from "../../../snippet/src/readers/datalayer";

const setUp = (page: { dataLayer?: unknown }) => {
  const heard: [string, unknown][] = [];
  const layer = readDataLayer(page, (name, body) => heard.push([name, body]), (work) => work);
  return { heard, ...layer };
};
/** What `gtag` pushes: its own arguments. */
function gtag(..._args: readonly unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params -- a data layer really holds these
  return arguments;
}

test("what was there before and what comes later is heard once each, in order", () => {
  const page = { dataLayer: [{ event: "a", ecommerce: { x: 1 } }] as unknown[] };
  const { heard, sweep } = setUp(page);

  page.dataLayer.push({ event: "b", ecommerce: { x: 2 } });
  sweep();
  sweep();
  expect(heard).toEqual([["a", { x: 1 }], ["b", { x: 2 }]]);
});

test("the shop's own push runs first and its answer is returned", () => {
  const order: string[] = [];
  const page = { dataLayer: [] as unknown[] };
  page.dataLayer.push = (...entries) => {
    order.push(`shop ${entries.length}`);
    return 42;
  };
  readDataLayer(page, () => order.push("ours"), (work) => work);

  expect(page.dataLayer.push({ event: "a" }, { event: "b" })).toBe(42);
  expect(order).toEqual(["shop 2", "ours", "ours"]);
});

test("argument lists of gtag and events that carry their data flat are understood", () => {
  const { heard } = setUp({ dataLayer: [gtag("event", "purchase", { value: 1 }), gtag("config", "X"), { event: "view_item", items: [] }] });

  expect(heard).toEqual([["purchase", { value: 1 }], ["view_item", { event: "view_item", items: [] }]]);
});

test("clearing pushes and junk are nothing", () => {
  const { heard } = setUp({ dataLayer: [{ ecommerce: null }, null, 7, "x", [], () => undefined, { event: 3 }] });
  expect(heard).toEqual([]);
});

test("an event whose data were cleared with it has none", () => {
  expect(setUp({ dataLayer: [{ event: "a", ecommerce: null }] }).heard).toEqual([["a", {}]]);
});

test("a layer that appears late or is replaced is found by the next sweep", () => {
  const page: { dataLayer?: unknown[] } = {};
  const { heard, sweep } = setUp(page);

  page.dataLayer = [{ event: "late" }];
  sweep();
  page.dataLayer = [];
  sweep();
  page.dataLayer.push({ event: "new" });
  expect(heard.map(([name]) => name)).toEqual(["late", "new"]);
});

test("no layer is made where there is none, and stopping gives push back", () => {
  const page: { dataLayer?: unknown[] } = {};
  setUp(page);
  expect(page).toEqual({});

  const layer: unknown[] = [];
  const own = layer.push;
  setUp({ dataLayer: layer }).stop();
  expect(layer.push).toBe(own);
});
