// npm start: on a fresh clone installs, builds and starts the server.
import { spawn } from "node:child_process";
import { findNode, install, node, root } from "./prepare.mjs";

install();
node("scripts/build.ts", "--if-stale");

const server = spawn(findNode(), [`${root}server/main.ts`, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
