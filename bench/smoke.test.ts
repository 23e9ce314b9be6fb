import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../scripts/prepare.mjs";
import type { Comparison } from "./compare.ts";
import type { Where } from "./machine.ts";
import { scenarios } from "./scenarios.ts";

/** The goals that Shopbell has set itself; docs/benchmarks.md says what each asks for. */
const PROMISED = ["B1", "B1a", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11", "B12", "B13"];

test("npm run bench -- --smoke runs every scenario to a finite ratio, and writes the rows", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-bench-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const json = join(folder, "rows.json");
  // As `npm run bench` does: some scenarios start or weigh what was built, and without it the run would only end at its time limit.
  const built = spawnSync(process.execPath, ["scripts/build.ts", "--if-stale"], { cwd: root, encoding: "utf8" });
  assert.equal(built.status, 0, `The build failed: ${built.stderr}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}bench/main.ts`, "--smoke", "--json", json], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  const rows = JSON.parse(readFileSync(json, "utf8")) as (Comparison & Where)[];
  assert.deepEqual(
    rows.map(({ id }) => id),
    scenarios.flatMap(({ rows }) => rows.map(({ id }) => id)),
  );
  assert.deepEqual(
    PROMISED.filter((promised) => !rows.some(({ id }) => id === promised)),
    [],
  );
  for (const { id, ours, reference, ratio, unit, pairs, must, met, commit, machine } of rows) {
    assert.ok([ours, reference, ratio].every(Number.isFinite), `${id}: ${ours}, ${reference}, ${ratio}`);
    assert.ok(pairs.length > 0 && pairs.flat().every(Number.isFinite), id);
    assert.ok(unit !== "" && must !== "" && commit !== "" && machine !== "", id);
    assert.equal(typeof met, "boolean");
    assert.ok(stdout.includes(id), `${id} is in the table`);
  }
});
