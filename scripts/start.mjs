// npm start: on a fresh clone installs, builds and starts the server. The manifest says `exec`, because a shell between npm and here
// would keep a signal to itself.
import { spawn } from "node:child_process";
import { findNode, install, node, root } from "./prepare.mjs";

install();
node("scripts/build.ts", "--if-stale");

// Whoever sends a signal to this process alone means the server. One that the terminal has sent to both arrives there twice, and
// the server takes two so close together for one.
const server = spawn(findNode(), [`${root}dist/server/main.js`, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
