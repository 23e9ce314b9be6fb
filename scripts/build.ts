// Builds the browser parts into dist/; with --if-stale only when a source differs from what the last build read; with --server
// also emits the server as JavaScript, for the package.
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { compressFolder } from "./compress.ts";
import { root, run } from "./prepare.mjs";

const stamp = `${root}dist/.built`;
const current = fingerprint();

if (!process.argv.includes("--if-stale") || !isBuilt()) {
  // Loading the bundler takes longer than finding out that it is not needed.
  const [{ buildConsole }, { buildWidget }] = [await import("../vite.console.ts"), await import("../vite.widget.ts")];
  rmSync(stamp, { force: true });
  await buildWidget();
  await buildConsole();
  for (const folder of ["widget", "console"]) compressFolder(`${root}dist/${folder}`);
  writeFileSync(stamp, current);
}
if (process.argv.includes("--server")) emitServer();

function isBuilt(): boolean {
  const parts = [stamp, `${root}dist/console/index.html`, `${root}dist/widget/widget.js`];
  return parts.every((file) => existsSync(file)) && readFileSync(stamp, "utf8") === current;
}

/** What the build reads, names and contents; times of files say little after a checkout or a copy. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const patterns = [
    "{widget,console,client,protocol}/**/*.*",
    "vite.*.ts",
    "scripts/{build,compress}.ts",
    "tsconfig.base.json",
    "package-lock.json",
  ];
  for (const file of globSync(patterns, { cwd: root }).sort()) {
    if (file.includes(".test.") || !statSync(root + file).isFile()) continue;
    hash.update(`${file}\n`).update(readFileSync(root + file));
  }
  return hash.digest("hex");
}

function emitServer(): void {
  for (const folder of ["server", "chat", "protocol", "demo"])
    rmSync(`${root}dist/${folder}`, { recursive: true, force: true });
  run("tsc", ["-p", "tsconfig.emit.json"]);
  cpSync(`${root}demo/assets`, `${root}dist/demo/assets`, { recursive: true });
  chmodSync(`${root}dist/server/main.js`, 0o755);
}
