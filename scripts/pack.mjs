// Around `npm pack`: "before" builds everything and takes out of the manifest what only a checkout needs (the Node that the
// scripts run on, the packages, the commands); "after" puts the manifest back. "refuse" stands before `npm publish`
// of the folder, which would tell the registry about the manifest after it has been put back.
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fail, install, node, root } from "./prepare.mjs";

const manifest = `${root}package.json`;
const kept = `${root}package.json.kept`;

switch (process.argv[2]) {
  case "before": {
    // There is one when the packing before this was cut off.
    if (existsSync(kept)) putBack();
    install();
    rmSync(`${root}dist`, { recursive: true, force: true });
    node("scripts/build.ts");
    // The packages that the server uses are in its files.
    const { dependencies, devDependencies, optionalDependencies, scripts, ...published } = JSON.parse(
      readFileSync(manifest, "utf8"),
    );
    copyFileSync(manifest, kept);
    writeFileSync(manifest, `${JSON.stringify(published, null, 2)}\n`);
    break;
  }
  case "after":
    putBack();
    break;
  default:
    fail("Publish the packed file: npm pack && npm publish shopbell-<version>.tgz");
}

function putBack() {
  renameSync(kept, manifest);
}
