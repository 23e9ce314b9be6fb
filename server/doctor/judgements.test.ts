import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bound, capacityOf, type Costs } from "./capacity.ts";
import { judgeCapacity } from "./doctor.ts";
import type { Finding } from "./finding.ts";
import { judgeFlush } from "./folder.ts";
import { judgeClock, judgeMachine } from "./machine.ts";
import { judgeForwarding } from "./proxy.ts";

const MACHINE = { descriptors: 65_536, queue: 4_096, memory: 4e9, heap: 4e9, processors: 2 };
const COSTS: Costs = {
  visitors: 400,
  baseBytes: 100e6,
  bytesPerVisitor: 10_000,
  heapPerVisitor: 5_000,
  heapBase: 30e6,
  cpuPerPage: 300,
  cpuPerBeat: 20,
};
const CONFIG = { visitors: 1_000_000, heartbeatMs: 10_000 };

function capacity(machine: Partial<typeof MACHINE>, costs: Partial<Costs> = {}, config = CONFIG): [number, Bound] {
  const { visitors, bound } = capacityOf({ ...MACHINE, ...machine }, { ...COSTS, ...costs }, config);
  return [visitors, bound];
}

test("a machine carries as many visitors as the least of its bounds, which is named", () => {
  // 300 µs each 30 s and 20 µs each 10 s are 12 µs a second, of 700,000 that may be used.
  assert.deepEqual(capacity({}), [58_333, "processor"]);
  assert.deepEqual(capacity({ descriptors: 1_024 }), [724, "descriptors"]);
  assert.deepEqual(capacity({ memory: 500e6 }), [Math.floor(250e6 / 15_000), "memory"]);
  assert.deepEqual(capacity({ heap: 100e6 }), [8_000, "heap"]);
  assert.deepEqual(capacity({}, {}, { ...CONFIG, visitors: 50_000 }), [50_000, "configuration"]);
  assert.deepEqual(capacity({ memory: 50e6 }), [0, "memory"]);
});

test("few visitors come with what would allow more, and figures are rounded down, never up", () => {
  const few = capacityOf({ ...MACHINE, descriptors: 400 }, COSTS, CONFIG);
  const { is, advice, found } = judgeCapacity({ ...few, measured: COSTS });
  assert.deepEqual([is, /limit of open files/.test(advice ?? "")], ["hint", true]);
  assert.match(found, /about 100 at a time, bounded by the number of open files/);
  assert.match(judgeCapacity({ ...few, visitors: 19_999, measured: COSTS }).found, /about 19,000 at/);
});

test("too few open files, a short queue of connections, too little memory and a single processor are found, each with what to do", () => {
  const judged = (machine: Partial<typeof MACHINE>): Record<string, string> =>
    Object.fromEntries(judgeMachine({ ...MACHINE, ...machine }).map(({ id, is }) => [id, is]));
  assert.deepEqual(judged({}), {
    node: "fine",
    processors: "fine",
    memory: "fine",
    descriptors: "fine",
    queue: "fine",
  });
  assert.equal(judged({ descriptors: 1_024 })["descriptors"], "problem");
  assert.equal(judged({ queue: 128 })["queue"], "hint");
  assert.equal(judged({ queue: Infinity })["queue"], "fine");
  assert.equal(judged({ memory: 100e6 })["memory"], "problem");
  assert.equal(judged({ processors: 1 })["processors"], "hint");
  const all = judgeMachine({ descriptors: 100, queue: 5, memory: 1e6, heap: 1e6, processors: 0.5 });
  for (const { is, advice, id } of all) assert.equal(advice === undefined, is === "fine", id);
});

test("a clock that is wrong, jumps or is not kept right is told apart from one that is well", () => {
  const wall = Date.UTC(2027, 4, 1);
  const judged = (after: { wall: number; steady: number }, synchronized?: boolean): Finding["is"] =>
    judgeClock({ wall, steady: 0 }, after, synchronized).is;
  assert.equal(judged({ wall: wall + 9_000, steady: 9_000 }), "fine");
  assert.equal(judged({ wall: wall + 9_100, steady: 9_000 }, true), "fine");
  assert.equal(judged({ wall: wall + 9_000, steady: 9_000 }, false), "hint");
  assert.equal(judged({ wall: wall + 60_000, steady: 9_000 }, true), "problem");
  assert.equal(judged({ wall, steady: 9_000 }, true), "problem");
  assert.equal(judgeClock({ wall: 0, steady: 0 }, { wall: 9_000, steady: 9_000 }, true).is, "problem");
});

test("a slow disk is a problem, and one that is too fast to be true is doubted", () => {
  assert.equal(judgeFlush({ medianMs: 0.14, worstMs: 30 }).is, "fine");
  assert.equal(judgeFlush({ medianMs: 25, worstMs: 300 }).is, "problem");
  assert.equal(judgeFlush({ medianMs: 0.004, worstMs: 0.1 }).is, "hint");
});

test("of a proxy's X-Forwarded-For it is told whether it comes and whether it is believed", () => {
  assert.equal(judgeForwarding({ address: "203.0.113.7", forwarded: "trusted" }).is, "fine");
  const ignored = judgeForwarding({ address: "10.0.0.2", forwarded: "ignored" });
  assert.match(ignored.advice ?? "", /--trusted-proxies 10\.0\.0\.2/);
  assert.match(judgeForwarding({ address: "10.0.0.2", forwarded: "none" }).advice ?? "", /X-Forwarded-For/);
  assert.equal(judgeForwarding(undefined).is, "problem");
});
