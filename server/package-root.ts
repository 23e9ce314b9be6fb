import { readFileSync } from "node:fs";
import { z } from "zod";

const isSource = import.meta.url.endsWith(".ts");
/** The folder of package.json: one up from `server/` in the source, two up from `dist/server/`, where the build puts everything side by side. */
const packageRoot = new URL(isSource ? "../" : "../../", import.meta.url);

/** Where the build puts the browser's parts. */
export const distFolder = new URL("dist/", packageRoot);

/** The files of the demo shop. */
export const demoAssetsFolder = new URL(isSource ? "demo/assets/" : "dist/demo/assets/", packageRoot);

export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("package.json", packageRoot), "utf8"))).version;
