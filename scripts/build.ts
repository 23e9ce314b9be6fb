// Builds the browser's parts and the server into dist/; with --if-stale only those of which a source differs from what the last build
// read.
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { compressFolder } from "./compress.ts";
import { root } from "./prepare.mjs";

interface Part {
  /** Holds what the last build read. It goes with what was built. */
  stamp: string;
  /** What has to be there. */
  built: string[];
  /** What is read, besides what all parts are built with. */
  sources: string[];
  build(): Promise<void>;
}

const SHARED = ["scripts/build.ts", "tsconfig.base.json", "package-lock.json"];

// Loading the bundler takes longer than finding out that it is not needed.
const parts: Part[] = [
  {
    stamp: "dist/.built",
    built: ["dist/console/index.html", "dist/widget/widget.js"],
    sources: [
      "{widget,console,client,protocol}/**/*.*",
      "vite.{console,widget}.ts",
      "scripts/{compress,short-names}.ts",
    ],
    build: async () => {
      const [{ buildConsole }, { buildWidget }] = [
        await import("../vite.console.ts"),
        await import("../vite.widget.ts"),
      ];
      await buildWidget();
      await buildConsole();
      for (const folder of ["widget", "console"]) compressFolder(`${root}dist/${folder}`);
    },
  },
  {
    stamp: "dist/server/.built",
    built: ["dist/server/main.js", "dist/demo/assets"],
    sources: ["{server,chat,protocol,demo}/**/*.*", "vite.server.ts"],
    build: async () => {
      const { buildServer } = await import("../vite.server.ts");
      await buildServer();
      rmSync(`${root}dist/demo`, { recursive: true, force: true });
      cpSync(`${root}demo/assets`, `${root}dist/demo/assets`, { recursive: true });
    },
  },
];

for (const { stamp, built, sources, build } of parts) {
  const current = fingerprint([...sources, ...SHARED]);
  const isThere = [stamp, ...built].every((file) => existsSync(root + file));
  if (process.argv.includes("--if-stale") && isThere && readFileSync(root + stamp, "utf8") === current) continue;
  rmSync(root + stamp, { force: true });
  await build();
  writeFileSync(root + stamp, current);
}

/** Names and contents; times of files say little after a checkout or a copy. */
function fingerprint(patterns: string[]): string {
  const hash = createHash("sha256");
  for (const file of globSync(patterns, { cwd: root }).sort()) {
    if (file.includes(".test.") || !statSync(root + file).isFile()) continue;
    hash.update(`${file}\n`).update(readFileSync(root + file));
  }
  return hash.digest("hex");
}
