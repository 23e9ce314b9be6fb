import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { WIDGET_LANGUAGES } from "./protocol/look.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the visitor's widget into dist/widget: `widget.js`, which every page loads, and what comes with the panel: its code and
 * the words of each language, under names that hold one hash of all of them.
 */
export async function buildWidget(): Promise<void> {
  const later = [
    { name: "panel", code: await bundle("widget/panel/panel.ts", "es") },
    ...(await Promise.all(
      WIDGET_LANGUAGES.map(async (name) => ({ name, code: await bundle(`widget/strings/${name}.ts`, "es") })),
    )),
  ];
  const hash = createHash("sha256");
  for (const { code } of later) hash.update(code);
  const version = hash.digest("base64url").slice(0, 8);
  const first = await bundle("widget/widget.ts", "iife", { VERSION: JSON.stringify(version) });

  const folder = file("dist/widget/");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}widget.js`, first);
  for (const { name, code } of later) writeFileSync(`${folder}${name}-${version}.js`, code);
}

/** @returns the script. */
async function bundle(entry: string, format: "es" | "iife", define: Record<string, string> = {}): Promise<string> {
  const output = await build({
    root: file("."),
    configFile: false,
    logLevel: "warn",
    define,
    publicDir: false,
    build: {
      target: "es2022",
      // The first browsers with all that the style sheets use as they stand; older ones would be given longer rules.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      write: false,
      reportCompressedSize: false,
      lib: { entry: file(entry), formats: [format], name: "shopbell" },
      // Vite leaves modules of a library readable, for bundlers further on; nobody bundles this one again.
      rolldownOptions: {
        output: { minify: true, comments: false },
        // The protocol's checks run on the server; here they would only be weight. Making a shape does nothing else.
        treeshake: {
          manualPureFunctions: [
            "object",
            "oneOf",
            "string",
            "integer",
            "list",
            "dictionary",
            "optional",
            "taggedUnion",
          ],
        },
      },
    },
  });
  const [chunk] = Array.isArray(output) && output[0] !== undefined ? output[0].output : [];
  if (chunk?.type !== "chunk") throw new Error(`${entry} was built into nothing.`);
  return chunk.code;
}
