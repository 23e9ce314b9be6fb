import assert from "node:assert/strict";
import { getPriority } from "node:os";
import { test } from "node:test";
import { readdirSync } from "node:fs";
import { yieldHelperThreads } from "./helper-threads.ts";

test("the engine's helpers give way, the event loop does not", { skip: process.platform !== "linux" }, () => {
  const mine = getPriority(process.pid);
  const count = yieldHelperThreads();
  assert.ok(count > 0, "no helper was found");
  const lower = readdirSync("/proc/self/task").filter((id) => getPriority(Number(id)) > mine);
  assert.equal(lower.length, count);
  assert.equal(getPriority(process.pid), mine);
});
