import { chmodSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { buildTexts } from "./server/store/sqlite-texts.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The store's SQL is put together here, once, so that the server needs neither the builder nor the time. */
const builtTexts: Plugin = {
  name: "built-texts",
  load: (id) =>
    id === here("./server/store/sqlite-texts.ts")
      ? `export const buildTexts = () => JSON.parse(${JSON.stringify(JSON.stringify(buildTexts()))});`
      : undefined,
};

/** V8 keeps a text with one letter beyond Latin-1 at twice the size, and the server's own text stays in memory as long as it runs. */
const plainLetters: Plugin = {
  name: "plain-letters",
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type === "chunk") part.code = part.code.replaceAll(/[^\0-\x7f]/g, escaped);
    }
  },
};

function escaped(letter: string): string {
  return String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The packages that have become part of the server are handed on with their licences. */
const licences: Plugin = {
  name: "licences",
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? Object.keys(part.modules) : []));
    const folders = new Set(modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []));
    const texts = [...folders].sort().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const files = globSync("{LICEN[CS]E,licen[cs]e,COPYING}*", { cwd: folder });
      const text = files.map((file) => readFileSync(`${folder}/${file}`, "utf8").trim()).join("\n\n");
      return `${name} ${version} (${license})\n\n${text}\n`;
    });
    this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join(`\n${"=".repeat(80)}\n\n`) });
  },
};

/**
 * Builds the server into dist/server, with the packages it uses: a few files instead of a thousand are found and read in a fraction of the
 * time. Names and lines stay as they are, so that a stack trace can be read. Everything lies side by side: `server/package-root.ts`.
 */
export async function buildServer(): Promise<void> {
  await build({
    root: here("."),
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [builtTexts, plainLetters, licences],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: "node24",
      outDir: here("./dist/server"),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { main: here("./server/main.ts"), "sqlite-thread": here("./server/store/sqlite-thread.ts") },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", comments: false },
      },
    },
  });
  chmodSync(here("./dist/server/main.js"), 0o755);
}
