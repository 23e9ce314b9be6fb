// Builds the browser parts into dist/; with --if-stale only when a source is newer than the last build; with --server also
// emits the server as JavaScript, for the package.
import { globSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { buildConsole } from "../vite.console.ts";
import { buildWidget } from "../vite.widget.ts";
import { root, run } from "./prepare.mjs";

const stamp = `${root}dist/.built`;

if (!process.argv.includes("--if-stale") || isStale()) {
  await buildWidget();
  await buildConsole();
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(stamp, "");
}
if (process.argv.includes("--server")) {
  run("tsc", ["-p", "tsconfig.emit.json"]);
}

function isStale(): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(["{widget,console,client,protocol}/**/*", "vite.*.ts", "package-lock.json"], { cwd: root });
  return sources.some((file) => statSync(root + file).mtimeMs > built);
}
