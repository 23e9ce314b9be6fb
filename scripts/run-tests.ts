// Runs the tests with node:test, whose summary closes the output. "quick" leaves out what needs a browser or minutes.
import { globSync } from "node:fs";
import { run, root } from "./prepare.mjs";

const [what = "all"] = process.argv.slice(2);
const FOLDERS = "{protocol,chat,client,widget,console,demo,server,bench}";

const find = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort();
const quick = [...find(`${FOLDERS}/**/*.test.ts`), "test/architecture.test.ts", "test/documentation.test.ts"];
// The longest first, so that the cores are busy to the end.
const slow = find("test/**/*.test.ts").filter((file) => !quick.includes(file));
const files = what === "quick" ? quick : [...slow, ...quick];

run(process.execPath, ["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=300000", ...files]);
