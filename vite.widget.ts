import { fileURLToPath } from "node:url";
import { build } from "vite";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the two files of the visitor's widget into dist/widget: `widget.js`, and the panel under a name of its content. */
export async function buildWidget(): Promise<void> {
  // The panel first: the script that every page loads must know its name.
  const panel = await bundle({
    entry: "widget/panel/panel.ts",
    format: "es",
    fileName: "panel-[hash].js",
    isFirst: true,
  });
  await bundle({
    entry: "widget/widget.ts",
    format: "iife",
    fileName: "widget.js",
    // Where the server serves what is in dist/widget.
    define: { PANEL_FILE: JSON.stringify(`/widget/${panel}`) },
  });
}

interface Bundle {
  entry: string;
  format: "es" | "iife";
  fileName: string;
  define?: Record<string, string>;
  /** Empties the folder. */
  isFirst?: boolean;
}

/** @returns the name of the file it wrote. */
async function bundle({ entry, format, fileName, define = {}, isFirst = false }: Bundle): Promise<string> {
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
      outDir: file("dist/widget"),
      emptyOutDir: isFirst,
      sourcemap: false,
      reportCompressedSize: false,
      lib: { entry: file(entry), formats: [format], name: "shopbell", fileName: () => fileName },
      // Vite leaves modules of a library readable, for bundlers further on; nobody bundles this one again.
      rolldownOptions: {
        output: { entryFileNames: fileName, minify: true, comments: false },
        // The protocol's checks run on the server; here they would only be weight. Making a shape does nothing else.
        treeshake: { manualPureFunctions: ["object", "oneOf", "string", "integer", "list", "optional", "taggedUnion"] },
      },
    },
  });
  const [chunk] = Array.isArray(output) && output[0] !== undefined ? output[0].output : [];
  if (chunk === undefined) throw new Error(`${entry} was built into nothing.`);
  return chunk.fileName;
}
