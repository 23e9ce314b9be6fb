import assert from "node:assert/strict";
import { test } from "node:test";
import { type ColumnChoice, moved, readColumnChoice } from "./column-choice.ts";
import { COLUMNS, FIRST_SORT } from "./columns.ts";
import { layoutOf } from "./layout.ts";

const first = readColumnChoice(undefined);
const ids = (choice: ColumnChoice, width: number, queueing = true) =>
  layoutOf(choice, width, queueing).columns.map(({ id }) => id);

test("a wide list shows all but what has to be asked for", () => {
  assert.deepEqual(
    ids(first, 1_600),
    COLUMNS.filter(({ optional }) => optional !== true).map(({ id }) => id),
  );
});

test("Assigned to is shown only while requests are handed out", () => {
  assert.ok(!ids(first, 1_600, false).includes("operator"));
});

test("a phone shows who waits and where, and says what had no room", () => {
  const { columns, dropped, least } = layoutOf(first, 338, false);
  assert.deepEqual(
    columns.map(({ id }) => id),
    ["status", "location"],
  );
  assert.ok(dropped.includes("client"));
  assert.ok(least <= 338, `${least} px: no sideways scrolling`);
});

test("whatever the width, what is shown fits", () => {
  for (let width = 280; width < 2_000; width += 10) assert.ok(layoutOf(first, width, false).least <= width, `${width}`);
});

test("what is hidden is not shown, and what is asked for is", () => {
  const choice = readColumnChoice({ shown: { client: false, country: true, status: false, nonsense: true } });
  const shown = ids(choice, 1_600);
  assert.ok(!shown.includes("client"));
  assert.ok(shown.includes("country"));
  assert.ok(shown.includes("status"), "without the status nobody could work");
});

test("a width set by hand holds, and the rest of the room goes to the last where nothing else grows", () => {
  const choice = readColumnChoice({ widths: { client: 300.4, pages: 3, location: 100_000 } });
  assert.deepEqual(choice.widths, { client: 300, pages: 56, location: 900 });
  const only = readColumnChoice({
    widths: { location: 200, status: 150 },
    shown: Object.fromEntries(COLUMNS.map(({ id }) => [id, false])),
  });
  assert.equal(layoutOf(only, 800, false).template, "150px minmax(200px, 1fr)");
});

test("the order is kept, and a column of a newer version stands where it does at first", () => {
  const order = readColumnChoice({ order: ["location", "status", "gone", 7] }).order;
  assert.equal(order.length, COLUMNS.length);
  assert.ok(order.indexOf("location") < order.indexOf("status"));
});

test("a column is taken to where another stands, in either direction", () => {
  const order = ["status", "visitor", "client"] as const;
  assert.deepEqual(moved(order, "status", "client"), ["visitor", "client", "status"]);
  assert.deepEqual(moved(order, "client", "status"), ["client", "status", "visitor"]);
});

test("a sort by a column that is not there is the first one", () => {
  assert.deepEqual(readColumnChoice({ sort: { by: "shoe size", descending: true } }).sort, FIRST_SORT);
  assert.deepEqual(readColumnChoice({ sort: { by: "pages", descending: false } }).sort, {
    by: "pages",
    descending: false,
  });
});

test("words stand beside the client's address only where its column has room for them", () => {
  const isRoomy = (width: number, choice = first) => layoutOf(choice, width, false).roomy;
  assert.ok(!isRoomy(800));
  assert.ok(isRoomy(1_900));
  assert.ok(isRoomy(800, readColumnChoice({ widths: { client: 254 } })));
  assert.ok(!isRoomy(1_900, readColumnChoice({ widths: { client: 253 } })));
  assert.ok(!isRoomy(1_900, readColumnChoice({ shown: { client: false } })));
});
