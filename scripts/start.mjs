// npm start: on a fresh clone installs, builds and starts the server.
import { spawn } from "node:child_process";
import { findNode, install, node, root } from "./prepare.mjs";

/** Longer than any machine takes to deliver one signal along two ways, shorter than a person presses a key again. */
const SAME_SIGNAL_MS = 200;

install();
node("scripts/build.ts", "--if-stale");

// One Ctrl-C arrives here twice: from the terminal, and passed on by npm. The server would take the second for "at once, please".
// So it runs in a process group of its own, and hears of a signal once, from here.
const server = spawn(findNode(), [`${root}server/main.ts`, ...process.argv.slice(2)], {
  stdio: "inherit",
  detached: true,
});
let last = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    const now = Date.now();
    if (now - last > SAME_SIGNAL_MS) server.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    last = now;
  });
}
server.on("exit", (code) => process.exit(code ?? 1));
