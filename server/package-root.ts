import { readFileSync } from "node:fs";
import { z } from "zod";

/** The folder of package.json: one up from `server/` in the source, two up from `dist/server/` in the published package. */
const packageRoot = new URL(import.meta.url.endsWith(".ts") ? "../" : "../../", import.meta.url);

/** Where the build puts the browser's parts. */
export const distFolder = new URL("dist/", packageRoot);

export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("package.json", packageRoot), "utf8"))).version;
