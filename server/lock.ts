import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const SQLITE_BUSY = 5; // https://sqlite.org/rescode.html#busy

/** Somebody else has the folder; the sentence says what to do. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

/**
 * Takes the data folder for this server alone, until the returned function is called or the process ends, however it ends. The lock is
 * SQLite's own exclusive one on an empty file: the kernel keeps it and lets go of it with the process, so nothing is left behind by a
 * `kill -9`, no process id can be mistaken for another one's, and it holds between containers that share the folder.
 * @throws FolderInUseError
 */
export function lockFolder(folder: string): () => void {
  const database = new DatabaseSync(join(folder, "lock"));
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new FolderInUseError(
      `Another Shopbell server is using ${folder}. Stop it first, or give this one a folder of its own with --data.`,
    );
  }
  return () => database.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}
