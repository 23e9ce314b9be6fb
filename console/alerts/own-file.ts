import { create } from "zustand";

/** The operator's own sound, kept in this browser alone. */
export interface OwnSound {
  name: string;
  bytes: ArrayBuffer;
}

/** A long MP3 of a few seconds; every window that may sound holds it, decoded, in memory. */
const OWN_LIMIT_BYTES = 1_000_000;
/** An alert, not a song: it is over before the next one is due. */
export const OWN_LIMIT_SECONDS = 15;

export type OwnProblem = "too-large" | "not-audio" | "too-long" | "not-kept";

/** The file that was chosen and can be played; undefined while there is none. */
export const useOwnSound = create<{ name: string | undefined; buffer: AudioBuffer | undefined }>(() => ({
  name: undefined,
  buffer: undefined,
}));

const STORE = "sounds";
const KEY = "own";
const changes = new BroadcastChannel("shopbell.own-sound");

/** Keeps a file as the operator's own sound, if the browser can play it. @returns what is wrong with it, if anything is. */
export async function chooseOwnSound(file: File): Promise<OwnProblem | undefined> {
  const checked = await checkSound(file);
  if (typeof checked === "string") return checked;
  const { bytes, buffer } = checked;
  try {
    await inStore("readwrite", (store) => store.put({ name: file.name, bytes } satisfies OwnSound, KEY));
  } catch {
    return "not-kept";
  }
  useOwnSound.setState({ name: file.name, buffer });
  changes.postMessage("changed");
  return undefined;
}

/** Whether a file can be an alert. @returns what it holds, or what is wrong with it. */
export async function checkSound(
  file: File,
): Promise<{ bytes: ArrayBuffer; buffer: AudioBuffer } | Exclude<OwnProblem, "not-kept">> {
  if (file.size > OWN_LIMIT_BYTES) return "too-large";
  if (!/^(?:audio|video)\//.test(file.type)) return "not-audio";
  const bytes = await file.arrayBuffer();
  const buffer = await decode(bytes);
  if (buffer === undefined) return "not-audio";
  return buffer.duration > OWN_LIMIT_SECONDS ? "too-long" : { bytes, buffer };
}

/** Reads the kept file, so that it sounds without delay when it is needed. */
export async function loadOwnSound(): Promise<void> {
  // Where the browser keeps nothing (a private window), there is no own sound.
  const kept = await inStore<OwnSound | undefined>("readonly", (store) => store.get(KEY)).catch(() => undefined);
  const buffer = kept && (await decode(kept.bytes));
  useOwnSound.setState({ name: buffer && kept?.name, buffer });
}

changes.addEventListener("message", () => void loadOwnSound());

/** The browser's decoder is the judge of what is audio; a file's name and type are only claims. */
export async function decode(bytes: ArrayBuffer): Promise<AudioBuffer | undefined> {
  try {
    // Decoding takes the bytes away from whoever holds them. Nothing is played here, so no gesture is needed.
    return await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(bytes.slice(0));
  } catch {
    return undefined;
  }
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const opening = indexedDB.open("shopbell.alerts", 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE));
  const database = await settled<IDBDatabase>(opening);
  try {
    return await settled<T>(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result as T));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser's storage failed.")));
  });
}
