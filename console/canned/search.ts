import type { CannedItem } from "../../protocol/rest.ts";

/**
 * The canned items that have every word of `query` in them, the best first: the beginning of the title, of a word of it, of the
 * folder's name, within the title, and with `inText` within the text. Among equals the one more often used.
 */
export function searchCanned(items: readonly CannedItem[], query: string, inText: boolean): CannedItem[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found: { item: CannedItem; rank: number }[] = [];
  for (const item of items) {
    const ranks = words.map((word) => rankOf(item, word, inText));
    if (ranks.every((rank) => rank !== undefined)) found.push({ item, rank: Math.max(0, ...ranks) });
  }
  return found
    .sort((a, b) => a.rank - b.rank || b.item.uses - a.item.uses || a.item.title.localeCompare(b.item.title))
    .map(({ item }) => item);
}

/** In their folders, those in none first; each folder with its items by title. */
export function byFolder(items: readonly CannedItem[]): { folder: string; items: CannedItem[] }[] {
  const folders = new Map<string, CannedItem[]>();
  for (const item of items.toSorted((a, b) => a.title.localeCompare(b.title)))
    folders.set(item.folder, [...(folders.get(item.folder) ?? []), item]);
  return [...folders].map(([folder, items]) => ({ folder, items })).sort((a, b) => a.folder.localeCompare(b.folder));
}

/** A `/` before the cursor at the beginning of a word, and what has been typed after it. */
export function slashBefore(text: string, cursor: number): { from: number; query: string } | undefined {
  const match = /(?<=^|[\s(])\/([^\s/]{0,60})$/u.exec(text.slice(0, cursor));
  return match === null ? undefined : { from: match.index, query: match[1] ?? "" };
}

function rankOf({ title, folder, text }: CannedItem, word: string, inText: boolean): number | undefined {
  const name = fold(title);
  if (name.startsWith(word)) return 0;
  if (startsAWord(name, word)) return 1;
  if (startsAWord(fold(folder), word)) return 2;
  if (name.includes(word)) return 3;
  return inText && fold(text).includes(word) ? 4 : undefined;
}

function startsAWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
