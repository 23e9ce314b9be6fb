import assert from "node:assert/strict";
import { test } from "node:test";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { noRows, placeOf, type RowsFrame, visitorAt, withFrame } from "./row-store.ts";

function row(visitor: number, change: Partial<VisitorRow> = {}): VisitorRow {
  return {
    visitor,
    status: "online",
    address: "203.0.113.1",
    url: "https://shop.test/",
    title: "Home",
    pageAt: 0,
    arrivedAt: 0,
    pages: 1,
    tabs: 1,
    visits: 1,
    cameFrom: "",
    browser: "Firefox",
    device: "Desktop",
    language: "en",
    timeZone: "UTC",
    ...change,
  };
}

function frame(change: Partial<RowsFrame>): RowsFrame {
  const counts = { online: 0, invited: 0, requesting: 0, chatting: 0 };
  return { type: "rows", window: { first: 0, count: 10 }, total: 3, counts, rows: [], fresh: false, ...change };
}

const first = withFrame(noRows, frame({ fresh: true, order: [3, 1, 2], rows: [row(1), row(2), row(3)] }));

test("a fresh frame gives the rows in its order", () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((index) => visitorAt(first, index)),
    [3, 1, 2, undefined],
  );
  assert.equal(first.total, 3);
  assert.equal(first.loaded, true);
});

test("a row that changed is a new object and the others stay the same ones", () => {
  const next = withFrame(first, frame({ rows: [row(1, { title: "Tents" })] }));
  assert.equal(next.byVisitor.get(1)?.title, "Tents");
  assert.equal(next.byVisitor.get(2), first.byVisitor.get(2));
  assert.equal(next.order, first.order);
});

test("a row that the order no longer names is forgotten", () => {
  const next = withFrame(first, frame({ order: [1, 2], rows: [], total: 2 }));
  assert.equal(next.byVisitor.has(3), false);
  assert.equal(placeOf(next, 3), undefined);
});

test("a fresh frame forgets what it does not send, and keeps the object of a row that is sent again unchanged", () => {
  const next = withFrame(
    first,
    frame({ fresh: true, window: { first: 100, count: 10 }, order: [2, 9], rows: [row(2), row(9)], total: 200 }),
  );
  assert.equal(next.byVisitor.get(2), first.byVisitor.get(2));
  assert.deepEqual([...next.byVisitor.keys()], [2, 9]);
  assert.equal(visitorAt(next, 0), undefined);
  assert.equal(visitorAt(next, 101), 9);
  assert.equal(placeOf(next, 9), 101);
});

test("an optional field that went away makes a new row", () => {
  const invited = withFrame(first, frame({ rows: [row(1, { status: "invited", invitation: "sent" })] }));
  const back = withFrame(invited, frame({ rows: [row(1)] }));
  assert.equal(back.byVisitor.get(1)?.invitation, undefined);
});

test("of a visitor who went to another page only the page comes, and the rest of the row stays", () => {
  const before = withFrame(noRows, frame({ fresh: true, order: [1, 2], rows: [row(1, { name: "Ada" }), row(2)] }));
  const moved = [
    { visitor: 1, url: "https://shop.test/tea", title: "Tea", pageAt: 5, pages: 2, tabs: 1 },
    { visitor: 3, url: "https://shop.test/", title: "", pageAt: 5, pages: 2, tabs: 1 },
  ];
  const after = withFrame(before, frame({ moved }));
  assert.deepEqual(after.byVisitor.get(1), { ...row(1, { name: "Ada" }), ...moved[0] });
  assert.equal(after.byVisitor.get(2), before.byVisitor.get(2));
  assert.equal(after.byVisitor.has(3), false, "who is not in the window");
});
