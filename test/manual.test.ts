import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { withKeys } from "../scripts/manual-keys.ts";
import { root } from "../scripts/prepare.mjs";

/** The rows of the manual that Shopbell is specified by, by their ids. */
const ROWS = ["V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11", "P1", "N1 N2", "C1 C2 C3 C4 C5 C6 C7 C8 C9", "O1 O2", "A1", "W1"]
  .join(" ")
  .split(" ");

test("every row of the manual has an end-to-end test that is named by it", () => {
  const names = globSync("test/e2e/*.test.ts", { cwd: root }).flatMap((file) =>
    [...readFileSync(root + file, "utf8").matchAll(/^ *test\(\s*["`]([^"`]+)/gm)].map(([, name = ""]) => name),
  );
  const named = new Set(names.flatMap((name) => /^([A-Z]\d+(?:,? [A-Z]\d+)*):/.exec(name)?.[1]?.split(/,? /) ?? []));
  assert.deepEqual(
    ROWS.filter((row) => !named.has(row)),
    [],
  );
});

test("docs/manual.md has the keys that the console has at first", () => {
  const page = readFileSync(`${root}docs/manual.md`, "utf8");
  assert.equal(page, withKeys(page), "node scripts/manual-keys.ts writes them");
});
