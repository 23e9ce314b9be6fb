// Writes the table of docs/benchmarks.md from what `npm run bench -- --json FILE` has measured: node scripts/benchmarks.ts FILE …
// Where a row stands in several files the last one counts, so that one scenario can be measured again, and B12 by itself.
import { readFileSync, writeFileSync } from "node:fs";
import { scenarios } from "../bench/scenarios.ts";
import { withTable, type WrittenRow } from "../bench/table.ts";
import { root } from "./prepare.mjs";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.log("node scripts/benchmarks.ts FILE …");
  process.exit(1);
}
const page = `${root}docs/benchmarks.md`;
const runs = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as WrittenRow[]);
const order = scenarios.flatMap(({ rows }) => rows.map(({ id }) => id));
writeFileSync(page, withTable(readFileSync(page, "utf8"), runs, order));
