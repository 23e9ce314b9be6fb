// Writes the compressed form beside each text file of a folder, once at the build, so that the server never compresses and
// nobody waits for it.
import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = /\.(?:js|css|html|svg|json|webmanifest|wasm|aff|dic)$/;
/** Smaller ones fit in one packet as they are. */
const LEAST_BYTES = 1_024;

/** @param folder a path; its folders are gone through as well */
export function compressFolder(folder: string): void {
  for (const file of globSync(`${folder}/**/*`)) {
    if (!TEXT.test(file) || statSync(file).size < LEAST_BYTES) continue;
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}
