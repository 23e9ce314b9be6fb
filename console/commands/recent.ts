import { readKept, writeKept } from "../state/kept.ts";

const KEPT = "shopbell.recent";
const MOST = 8;

/** What was last chosen in the palette, the latest first. */
export function recentIds(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readKept(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function noteRecent(id: string): void {
  writeKept(KEPT, JSON.stringify([id, ...recentIds().filter((other) => other !== id)].slice(0, MOST)));
}
