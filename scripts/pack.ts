// Around `npm pack`: "before" builds everything and takes out of the manifest what only a checkout needs (the Node that the
// scripts run on, the development commands); "after" puts the manifest back.
import { copyFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { node, root } from "./prepare.mjs";

const manifest = `${root}package.json`;
const kept = `${root}package.json.kept`;

if (process.argv[2] === "before") {
  node("scripts/build.ts", "--server");
  copyFileSync(manifest, kept);
  const { devDependencies, optionalDependencies, scripts, ...published } = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, `${JSON.stringify(published, null, 2)}\n`);
} else {
  renameSync(kept, manifest);
}
