/** What Chromium has beyond the standard's types: https://wicg.github.io/file-system-access/ */
interface Permitted {
  queryPermission(what: { mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(what: { mode: "readwrite" }): Promise<PermissionState>;
}
type Directory = FileSystemDirectoryHandle & Partial<Permitted>;
type Picker = (options: { id: string; mode: "readwrite"; startIn: "documents" }) => Promise<Directory>;

const DATABASE = "shopbell";
const STORE = "handles";
const KEY = "scripts";

/** Whether this browser lets a page write into a directory that somebody has chosen; others save as a download. */
export function canWriteDirectories(): boolean {
  return "showDirectoryPicker" in window;
}

/** Has the person choose the directory, and remembers it. Undefined when they would rather not. */
export async function chooseDirectory(): Promise<Directory | undefined> {
  const pick = (window as unknown as { showDirectoryPicker: Picker }).showDirectoryPicker;
  try {
    const directory = await pick.call(window, { id: "shopbell-scripts", mode: "readwrite", startIn: "documents" });
    await inStore("readwrite", (store) => store.put(directory, KEY));
    return directory;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** The directory that was chosen before, if there is one. */
export async function chosenDirectory(): Promise<Directory | undefined> {
  const kept: unknown = await inStore("readonly", (store) => store.get(KEY));
  return kept instanceof FileSystemDirectoryHandle ? kept : undefined;
}

/** Writes a file; it is there as a whole or not at all. False when the person does not allow it. To be called at a press of a button. */
export async function writeFile(directory: Directory, name: string, content: string): Promise<boolean> {
  const wish = { mode: "readwrite" } as const;
  const before = (await directory.queryPermission?.(wish)) ?? "granted";
  if (before !== "granted" && (await directory.requestPermission?.(wish)) !== "granted") return false;
  const file = await directory.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(content);
  await writable.close();
  return true;
}

/** One request to the browser's store; a directory's handle cannot be kept as text. */
async function inStore(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE));
  const database = (await settled(opening)) as IDBDatabase;
  try {
    return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function settled(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's store gave no answer.")));
  });
}
