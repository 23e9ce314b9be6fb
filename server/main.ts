#!/usr/bin/env node
import module from "node:module";
import { fileURLToPath } from "node:url";

// Nothing else may be imported above this check: on an older Node the program's own files and their imports cannot even be read.
const LEAST = [24, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  process.stderr.write(`Shopbell needs Node ${LEAST.join(".")} or later, and this is ${process.versions.node}.\n`);
  process.exit(1);
}

// What the engine has made of the program's text is kept beside it and read by the next start. Where that folder cannot be written, it starts
// without: a folder that others may write, such as the system's for temporary files, must not hold code.
if (import.meta.url.endsWith(".js")) module.enableCompileCache(fileURLToPath(new URL("../cache", import.meta.url)));

const { run } = await import("./run.ts");
await run(process.argv.slice(2));
