import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/**
 * Names the console that the build put into a folder: its page names all its files by their content. Undefined where nothing is built.
 * @param distFolder where the build puts `console/` and `widget/`
 */
export async function consoleBuild(distFolder: URL): Promise<string | undefined> {
  const page = await readFile(new URL("console/index.html", distFolder)).catch(() => undefined);
  return page && createHash("sha256").update(page).digest("base64url").slice(0, 12);
}
