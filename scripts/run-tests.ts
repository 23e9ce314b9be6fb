// Runs the tests with node:test, whose summary closes the output. "quick" leaves out what needs a browser or minutes.
import { globSync } from "node:fs";
import { run, root } from "./prepare.mjs";

const [what = "all"] = process.argv.slice(2);
const FOLDERS = "{protocol,chat,client,widget,console,demo,server,bench}";

const quick = [...globSync(`${FOLDERS}/**/*.test.ts`, { cwd: root }), "test/architecture.test.ts"];
const slow = globSync("test/**/*.test.ts", { cwd: root }).filter((file) => !quick.includes(file));
const files = (what === "quick" ? quick : [...slow, ...quick]).sort();

run(process.execPath, ["--test", "--test-concurrency=2", "--test-timeout=300000", ...files]);
