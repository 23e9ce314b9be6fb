import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type SortKey, SortedList } from "./sorted-list.ts";

interface Entry {
  key: SortKey;
  id: number;
}

function naive(entries: Entry[], descending: boolean): number[] {
  const direction = descending ? -1 : 1;
  const order = (a: Entry, b: Entry) => (a.key < b.key ? -direction : a.key > b.key ? direction : a.id - b.id);
  return entries.toSorted(order).map(({ id }) => id);
}

function slice(list: SortedList, first: number, count: number): number[] {
  const ids: number[] = [];
  list.slice(first, count, ids);
  return ids;
}

/** Numbers below `sides`, the same for the same seed; a failure prints the seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function check(list: SortedList, entries: Entry[], descending: boolean, first: number, count: number) {
  const expected = naive(entries, descending);
  assert.equal(list.length, expected.length);
  assert.equal(list.first()?.id, expected[0]);
  assert.deepEqual(slice(list, 0, Infinity), expected);
  assert.deepEqual(slice(list, first, count), expected.slice(first, first + count));
}

test("a list that grows and shrinks is always in order", () => {
  const kind = fc.constantFrom<"number" | "string">("number", "string");
  const property = fc.property(
    fc.nat(),
    kind,
    fc.boolean(),
    fc.integer({ min: 1, max: 4_000 }),
    (seed, of, descending, most) => {
      const roll = dice(seed);
      // Few different keys, so that many are equal.
      const newKey = (): SortKey => (of === "number" ? roll(most / 4) : roll(most / 4).toString(36));
      const list = new SortedList(descending);
      const entries = Array.from({ length: roll(most) }, (_, id) => ({ key: newKey(), id }));
      list.load(entries);
      let id = entries.length;
      for (let size = most; size > 1; size = Math.floor(size / 2)) {
        for (let added = roll(size); added > 0; added--) {
          const entry = { key: newKey(), id: id++ };
          list.add(entry.key, entry.id);
          entries.push(entry);
        }
        check(list, entries, descending, roll(most), roll(100));
        // Some leave in one run, as neighbours in the order, some from anywhere.
        const inOrder = new Set(naive(entries, descending).slice(roll(entries.length)).slice(0, roll(size)));
        for (const entry of entries.filter((it) => inOrder.has(it.id) || roll(3) === 0)) {
          assert.equal(list.remove(entry.key, entry.id), true);
          entries.splice(entries.indexOf(entry), 1);
        }
        check(list, entries, descending, roll(most), roll(100));
      }
    },
  );
  fc.assert(property, { numRuns: 40 });
});

test("an entry that is not there cannot be removed", () => {
  const list = new SortedList();
  assert.equal(list.remove("a", 1), false);
  list.add("a", 1);
  assert.equal(list.remove("a", 2), false);
  assert.equal(list.remove("b", 1), false);
  assert.equal(list.remove("a", 1), true);
  assert.equal(list.length, 0);
  assert.equal(list.first(), undefined);
});
