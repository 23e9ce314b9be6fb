import assert from "node:assert/strict";
import { test } from "node:test";
import { sortKey } from "./row-order.ts";
import type { Visitor } from "./visitor.ts";

const nobody: Visitor = {
  site: "shop",
  visitor: 1,
  address: "",
  browser: "",
  device: "",
  language: "",
  timeZone: "",
  visits: 1,
  cameFrom: "",
  arrivedAt: 0,
  page: { url: "https://shop.example/", title: "" },
  pageAt: 0,
  pages: 1,
  tabs: 1,
  status: "online",
};

/** The rows in the order of one column, keys compared as the list compares them. */
function sorted(column: "address" | "operator" | "status", rows: Partial<Visitor>[], descending = false): unknown[] {
  const keyOf = (row: Partial<Visitor>) => sortKey({ ...nobody, ...row }, { by: column, descending });
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -direction : direction)).map((row) => row[column]);
}

test("addresses stand in the order of their numbers, IPv4 first", () => {
  const right = [
    "9.0.0.1",
    "::ffff:9.0.0.2",
    "10.0.0.1",
    "192.0.2.7",
    "::1",
    "2001:db8::",
    "2001:db8::a",
    "2001:db8::10",
    "2001:db8:0:0:1::",
  ];
  assert.deepEqual(
    sorted(
      "address",
      right.toReversed().map((address) => ({ address })),
    ),
    right,
  );
});

test("names stand in the order of their letters, whatever the case and the marks, and blanks last in either direction", () => {
  const rows = ["Zoe", "öle", undefined, "Oda", "adam"].map((operator) => (operator === undefined ? {} : { operator }));
  assert.deepEqual(sorted("operator", rows), ["adam", "Oda", "öle", "Zoe", undefined]);
  assert.deepEqual(sorted("operator", rows, true), ["Zoe", "öle", "Oda", "adam", undefined]);
});

test("the most urgent status comes first", () => {
  const rows = (["online", "chatting", "invited", "requesting"] as const).map((status) => ({ status }));
  assert.deepEqual(sorted("status", rows), ["requesting", "chatting", "invited", "online"]);
});
