import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { build, type InlineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Nothing is drawn before the script has set the theme; otherwise a dark console begins with a white flash. */
const waitForScript: Plugin = {
  name: "wait-for-script",
  transformIndexHtml: {
    order: "post",
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** How Vite builds the console, and serves it in development. */
export const consoleConfig: InlineConfig = {
  configFile: false,
  root: here("./console"),
  base: "/console/",
  plugins: [react(), waitForScript],
  build: {
    outDir: here("./dist/console"),
    emptyOutDir: true,
    target: "es2024",
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
