import react from "@vitejs/plugin-react";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Alias, build, type InlineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Nothing is drawn before the script has set the theme; otherwise a dark console begins with a white flash. */
const waitForScript: Plugin = {
  name: "wait-for-script",
  transformIndexHtml: {
    order: "post",
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** The packages offer their files to Node only; the browser is to get them as they are. */
const dictionaryFiles: Alias = {
  find: /^(dictionary-[a-z-]+)\/index\.(aff|dic)/,
  replacement: `${here("./node_modules")}/$1/index.$2`,
};

/** The spelling worker's library can run on Node as well; in the browser it never asks for these. */
const withoutNode: Plugin = {
  name: "without-node",
  enforce: "pre",
  resolveId: (id) => (id === "module" || id === "fs/promises" ? "\0none" : undefined),
  load: (id) => (id === "\0none" ? "export {};" : undefined),
};

/** What the spelling checker is made of is handed on with its licences. */
const licences: Plugin = {
  name: "licences",
  generateBundle() {
    const files = ["hunspell-wasm/COPYING.MPL", "dictionary-en/license", "dictionary-en-gb/license"].map(
      (file): [name: string, file: string] => [file, `./node_modules/${file}`],
    );
    // The names of emoji are emojibase's.
    files.push(["emojibase-data/LICENSE", "./console/emoji/names/LICENSE"]);
    const texts = files.map(([name, file]) => `${name}\n\n${readFileSync(here(file), "utf8")}`);
    this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join(`\n${"=".repeat(80)}\n\n`) });
  },
};

/** How Vite builds the console, and serves it in development. */
export const consoleConfig: InlineConfig = {
  configFile: false,
  root: here("./console"),
  base: "/console/",
  plugins: [react(), waitForScript, licences],
  resolve: { alias: [dictionaryFiles] },
  // A folder of their own, because a worker has a policy of its own: server/gateway/security-headers.ts.
  worker: {
    format: "es",
    plugins: () => [withoutNode],
    rolldownOptions: {
      output: {
        entryFileNames: "workers/[name]-[hash].js",
        chunkFileNames: "workers/[name]-[hash].js",
        assetFileNames: "workers/[name]-[hash][extname]",
      },
    },
  },
  build: {
    outDir: here("./dist/console"),
    emptyOutDir: true,
    target: "es2024",
    // One style sheet: 6 KB more at the start (gzip), and a part that is loaded on demand is either there with its looks or not at all. Of
    // several, the browser and Vite ask for one that did not come only once.
    cssCodeSplit: false,
    // The console's policy allows no data: style sheets or fonts, and small files are cheap on one connection.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The budget is on what is sent, gzip (npm run check), not on what Vite warns of.
    chunkSizeWarningLimit: 1_000,
  },
  logLevel: "warn",
};

/** Builds the operator's console into dist/console. */
export async function buildConsole(): Promise<void> {
  await build(consoleConfig);
}
