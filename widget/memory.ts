import type { Drawer } from "./storage.ts";
import { readRemembered, type Remembered } from "./visit.ts";

/** The visitor's record, shared by all tabs of the shop: read anew at each use, because another tab may have written. */
export interface Memory {
  read(): Remembered;
  change(part: Partial<Remembered>): void;
}

const KEY = "visitor";

export function openMemory(drawer: Drawer): Memory {
  const read = () => readRemembered(drawer.get(KEY));
  return { read, change: (part) => drawer.set(KEY, JSON.stringify({ ...read(), ...part })) };
}
