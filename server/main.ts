#!/usr/bin/env node
// Nothing may be imported above this check: on an older Node the program's own files and their imports cannot even be read.
const LEAST = [24, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  process.stderr.write(`Shopbell needs Node ${LEAST.join(".")} or later, and this is ${process.versions.node}.\n`);
  process.exit(1);
}

const { run } = await import("./run.ts");
await run(process.argv.slice(2));
