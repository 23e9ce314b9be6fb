import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, median, summarize } from "./compare.ts";
import type { Scenario } from "./scenario.ts";

const scenario: Scenario = {
  id: "B0",
  what: "",
  beside: "",
  unit: "apples",
  goal: { of: "ratio", is: "at least", must: 1, aim: 2 },
  pairs: { smoke: 1, full: 5 },
  measure: async () => ({ ours: 1, reference: 1 }),
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
  const { ours, reference, ratio, spread, pairs, notes } = summarize(scenario, measured);
  assert.deepEqual({ ours, reference, ratio, spread }, { ours: 30, reference: 10, ratio: 2, spread: [1, 3] });
  assert.deepEqual(pairs, [
    [10, 10],
    [30, 10],
    [40, 20],
  ]);
  assert.deepEqual(notes, { warmth: 2 });
});

test("whether a goal is met depends on its side and on what it speaks of", () => {
  const measured = [{ ours: 3, reference: 2 }];
  const met = (goal: Scenario["goal"]): [boolean, string] => {
    const row = summarize({ ...scenario, goal }, measured);
    return [row.met, row.must];
  };
  assert.deepEqual(met({ of: "ratio", is: "at least", must: 1.5 }), [true, "ratio ≥ 1.5"]);
  assert.deepEqual(met({ of: "ratio", is: "at most", must: 1.4 }), [false, "ratio ≤ 1.4"]);
  assert.deepEqual(met({ of: "ours", is: "at most", must: 3 }), [true, "ours ≤ 3"]);
});

test("which side is measured first alternates", async () => {
  const first: boolean[] = [];
  const measure: Scenario["measure"] = async (_, oursFirst) => {
    first.push(oursFirst);
    return { ours: 1, reference: 1 };
  };
  await compare({ ...scenario, measure }, "full", {});
  assert.deepEqual(first, [true, false, true, false, true]);
});
