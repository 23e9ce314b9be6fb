// npm run bench: the benchmarks beside their references.
import { install, node } from "./prepare.mjs";

install();
node("scripts/build.ts", "--if-stale");
node("--expose-gc", "bench/main.ts", ...process.argv.slice(2));
