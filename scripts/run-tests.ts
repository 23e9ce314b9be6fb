// Runs the tests with node:test, whose summary closes the output. "quick" leaves out what needs a browser or minutes.
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run, root } from "./prepare.mjs";

const [what = "all"] = process.argv.slice(2);
const FOLDERS = "protocol,chat,client,widget,console,demo,server,bench,test";

const find = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort();
const isSlow = (file: string): boolean => /^test\/(?!architecture|documentation|manual)|^bench\/smoke/.test(file);
const all = find(`{${FOLDERS}}/**/*.test.ts`);
const quick = all.filter((file) => !isSlow(file));
// The longest first, so that the cores are busy to the end.
const files = what === "quick" ? quick : [...all.filter(isSlow), ...quick];

// A browser's test waits more than it works: two for each core keep the cores busy. More than six want more memory than they save time.
const AT_ONCE = Math.min(6, 2 * availableParallelism());

// Each test's processes and threads load the same files: what Node has made of them once serves all.
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules/.cache/compiled");

run(process.execPath, [
  "--test",
  "--test-reporter=spec",
  `--test-concurrency=${AT_ONCE}`,
  "--test-timeout=300000",
  ...files,
]);
