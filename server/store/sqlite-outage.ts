import { StoreError } from "./store-error.ts";

/** Why a file could not be opened, for the terminal: SQLite's and the file system's codes in words. */
const REFUSALS: Record<string, string> = {
  "5": "is in use by another program. Stop that program first",
  "8": "may not be written to. Give the user who runs Shopbell the right to write it",
  "10": "could not be read: the disk reports an error",
  "11": "is damaged. Put back a backup, or name another folder",
  "13": "could not be written: the disk is full",
  "14": "could not be opened. Check that its folder is there and may be written to",
  "26": "is not a database, or it is damaged. Put back a backup, or name another folder",
  EACCES: "may not be opened. Give the user who runs Shopbell the right to read and write it",
  EISDIR: "is a folder. Name a file in it",
  ENOENT: "cannot be made, because its folder is not there",
  ENOSPC: "could not be written: the disk is full",
  ENOTDIR: "cannot be made, because its folder is not there",
  EROFS: "may not be written to: the disk is read-only",
};

/** One sentence on why this file is refused. */
export function refusal(file: string, error: unknown): string {
  if (error instanceof StoreError) return `${file} ${error.message}`;
  const words = REFUSALS[codeOf(error)];
  return words === undefined ? `${file} could not be opened: ${messageOf(error)}.` : `${file} ${words}.`;
}

/** One sentence on why a call failed. */
export function outage(error: unknown): string {
  return `The store could not do this: ${messageOf(error)}.`;
}

/** SQLite's primary result code, or the system's name of the error. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("errcode" in error) return String(Number(error.errcode) & 0xff);
  return "code" in error ? String(error.code) : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
