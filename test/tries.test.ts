import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";

/** Runs a test of the whole system that fails so many times before it passes. */
function run(t: TestContext, failures: number, tries?: string) {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-tries-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "tries.test.ts");
  writeFileSync(
    file,
    `import { test } from ${JSON.stringify(new URL("harness/test.ts", import.meta.url).href)};
import { atEnd } from ${JSON.stringify(new URL("harness/endings.ts", import.meta.url).href)};
let begun = 0;
test("comes and goes", (t) => {
  begun += 1;
  const mine = begun;
  atEnd(t, () => console.log("ended " + mine));
  if (begun <= ${failures}) throw new Error("failure " + begun);
});
`,
  );
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", file], {
    encoding: "utf8",
    env: { ...env, ...(tries === undefined ? {} : { SHOPBELL_TEST_TRIES: tries }) },
  });
  return { status, stdout, ended: [...stdout.matchAll(/ended (\d)/g)].map(([, which]) => which) };
}

test("a test of the whole system that fails once passes the second time, and the output says so", (t) => {
  const { status, stdout, ended } = run(t, 1);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /Tried again, because it failed: comes and goes\s+Error: failure 1/);
  assert.deepEqual(ended, ["1", "2"], "what the first try began is ended before the second");
});

test("one that fails twice has failed", (t) => {
  const { status, stdout } = run(t, 2);
  assert.equal(status, 1, stdout);
  assert.match(stdout, /failure 2/);
});

test("with one try the first failure counts", (t) => {
  assert.equal(run(t, 1, "1").status, 1);
});
