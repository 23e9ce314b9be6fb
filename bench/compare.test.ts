import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, median, summarize } from "./compare.ts";
import type { Row, Scenario } from "./scenario.ts";

const row: Row = {
  id: "B0",
  what: "",
  beside: "",
  unit: "apples",
  goals: [{ of: "ratio", is: "at least", must: 1, aim: 2 }],
};

test("the median is the middle one, or lies between the two in the middle", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test("the ratio is the median of the pairs' ratios, not the ratio of the medians", () => {
  const measured = [
    { ours: 10, reference: 10, notes: { warmth: 1 } },
    { ours: 30, reference: 10, notes: { warmth: 2 } },
    { ours: 40, reference: 20, notes: { warmth: 9 } },
  ];
  const { ours, reference, ratio, spread, pairs, notes } = summarize(row, measured);
  assert.deepEqual({ ours, reference, ratio, spread }, { ours: 30, reference: 10, ratio: 2, spread: [1, 3] });
  assert.deepEqual(pairs, [
    [10, 10],
    [30, 10],
    [40, 20],
  ]);
  assert.deepEqual(notes, { warmth: 2 });
});

test("two figures that are both nothing are the same", () => {
  assert.equal(summarize(row, [{ ours: 0, reference: 0 }]).ratio, 1);
});

test("whether a goal is met depends on its side and on what it speaks of", () => {
  const measured = [{ ours: 3, reference: 2 }];
  const met = (...goals: Row["goals"]): [boolean, string] => {
    const { met, must } = summarize({ ...row, goals }, measured);
    return [met, must];
  };
  assert.deepEqual(met({ of: "ratio", is: "at least", must: 1.5 }), [true, "ratio ≥ 1.5"]);
  assert.deepEqual(met({ of: "ratio", is: "at most", must: 1.4 }), [false, "ratio ≤ 1.4"]);
  assert.deepEqual(met({ of: "ours", is: "at most", must: 3 }), [true, "ours ≤ 3"]);
  assert.deepEqual(met({ of: "difference", is: "at most", must: 0.5 }), [false, "difference ≤ 0.5"]);
  assert.deepEqual(met({ of: "ratio", is: "at most", must: 2 }, { of: "ours", is: "at most", must: 2, aim: 1 }), [
    false,
    "ratio ≤ 2 and ours ≤ 2",
  ]);
});

test("which side is measured first alternates, and each row has what was measured for it", async () => {
  const first: boolean[] = [];
  const measure: Scenario["measure"] = async (_, oursFirst) => {
    first.push(oursFirst);
    return { B0: { ours: 1, reference: 1 }, B0a: { ours: first.length, reference: 1 } };
  };
  const rows = [row, { ...row, id: "B0a" }];
  const compared = await compare({ rows, pairs: { smoke: 1, full: 5 }, measure }, "full", {});
  assert.deepEqual(first, [true, false, true, false, true]);
  assert.deepEqual(
    compared.map(({ id, ours }) => [id, ours]),
    [
      ["B0", 1],
      ["B0a", 3],
    ],
  );
});

test("a row for which nothing was measured fails the run", async () => {
  const scenario: Scenario = { rows: [row], pairs: { smoke: 1, full: 5 }, measure: async () => ({}) };
  await assert.rejects(compare(scenario, "smoke", {}), /Nothing was measured for B0/);
});
