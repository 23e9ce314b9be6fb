import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { root } from "../scripts/prepare.mjs";
import { scenarios } from "./scenarios.ts";
import { withTable, type WrittenRow } from "./table.ts";

const page = readFileSync(`${root}docs/benchmarks.md`, "utf8");
const order = scenarios.flatMap(({ rows }) => rows.map(({ id }) => id));

function row(id: string, ours: number, changed: Partial<WrittenRow> = {}): WrittenRow {
  return {
    id,
    what: "apples",
    beside: "pears",
    ours,
    reference: 10,
    ratio: ours / 10,
    spread: [0.5, 1.5],
    unit: "kg",
    pairs: [
      [1, 10],
      [2, 10],
    ],
    must: "ratio ≤ 1",
    met: ours <= 10,
    notes: {},
    commit: "abc",
    machine: "a small one",
    at: "",
    ...changed,
  };
}

test("the table is replaced in its place, in the order of the scenarios, with what was measured last", () => {
  const runs = [[row("B12", 4), row("B1", 20)], [row("B1", 10, { commit: "def" })]];
  const made = withTable(page, runs, order);
  assert.match(
    made,
    /Commit `def` on a small one\.\nCommit `abc` on a small one\.\n\n.*\n.*\n\| \*\*B1\*\* \| apples \| 10\.0 kg \| pears: 10\.0 \| 1\.00 \(0\.50–1\.50\) \| ratio ≤ 1 \|  \| met \|\n\| \*\*B12\*\* /,
  );
  assert.equal(withTable(made, runs, order), made, "once more changes nothing");
  const rest = (text: string): string => text.replace(/<!-- The table[\s\S]*<!-- The end/, "");
  assert.equal(rest(made), rest(page), "the words around it stay");
});

test("a goal that is not met is said to be so", () => {
  assert.match(withTable(page, [[row("B1", 20)]], order), /\| \*\*B1\*\* .*\| \*\*not met\*\* \|\n/);
});

test("a page without a place for the table is not written to", () => {
  assert.throws(() => withTable("# Benchmarks\n", [[row("B1", 1)]], order), /no place/);
});

test("the page's table has rows of scenarios that there are, and no others", () => {
  const shown = [...page.matchAll(/^\| \*\*(\w+)\*\* \|/gm)].map(([, id = ""]) => id);
  assert.deepEqual(
    shown.filter((id) => !order.includes(id)),
    [],
  );
});
