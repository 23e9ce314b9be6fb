import { must } from "./error.ts";

/** A list's order key. All keys of one list are of one kind. */
export type SortKey = number | string;

/** What a chunk holds when the list is built; a chunk twice as long is split, one half as long joins its neighbour. */
const CHUNK = 256;

interface Chunk {
  /** Two arrays side by side instead of one of pairs: half the memory, and nothing to allocate at an insertion. */
  keys: SortKey[];
  ids: number[];
}

/**
 * Ids in the order of their keys, equal keys in the order of their ids. Adding and removing cost two binary searches and a
 * move of at most `2 * CHUNK` places; a slice costs its length and one step for each chunk before it, so with 100,000
 * entries a few hundred additions. The list keeps the key it was given: whoever removes an id names the key it was added with.
 */
export class SortedList {
  readonly #descending: boolean;
  #chunks: Chunk[] = [];
  #length = 0;

  /** `descending` turns the keys round, not the ids of equal keys. */
  constructor(descending = false) {
    this.#descending = descending;
  }

  get length(): number {
    return this.#length;
  }

  /** Fills an empty list with entries in any order, which is much cheaper than to add them one by one. */
  load(entries: { key: SortKey; id: number }[]): void {
    const sorted = entries.toSorted((a, b) => this.#compare(a.key, a.id, b.key, b.id));
    this.#chunks = [];
    for (let start = 0; start < sorted.length; start += CHUNK) {
      const part = sorted.slice(start, start + CHUNK);
      this.#chunks.push({ keys: part.map(({ key }) => key), ids: part.map(({ id }) => id) });
    }
    this.#length = sorted.length;
  }

  add(key: SortKey, id: number): void {
    this.#length++;
    const index = Math.min(this.#chunkOf(key, id), this.#chunks.length - 1);
    const chunk = this.#chunks[index];
    if (chunk === undefined) {
      this.#chunks.push({ keys: [key], ids: [id] });
      return;
    }
    const place = this.#placeIn(chunk, key, id);
    chunk.keys.splice(place, 0, key);
    chunk.ids.splice(place, 0, id);
    if (chunk.ids.length > 2 * CHUNK) {
      this.#chunks.splice(index + 1, 0, { keys: chunk.keys.splice(CHUNK), ids: chunk.ids.splice(CHUNK) });
    }
  }

  /** False when there is no such entry. */
  remove(key: SortKey, id: number): boolean {
    const index = this.#chunkOf(key, id);
    const chunk = this.#chunks[index];
    if (chunk === undefined) return false;
    const place = this.#placeIn(chunk, key, id);
    if (chunk.ids[place] !== id || chunk.keys[place] !== key) return false;
    chunk.keys.splice(place, 1);
    chunk.ids.splice(place, 1);
    this.#length--;
    if (chunk.ids.length < CHUNK / 2) this.#join(index, chunk);
    return true;
  }

  /** The smallest key's entry (descending: the greatest key's). */
  first(): { key: SortKey; id: number } | undefined {
    const chunk = this.#chunks[0];
    return chunk && { key: at(chunk.keys, 0), id: at(chunk.ids, 0) };
  }

  /** Appends to `into` the ids that stand from place `first` on, `count` at most. */
  slice(first: number, count: number, into: number[]): void {
    let skip = first;
    let left = count;
    for (const { ids } of this.#chunks) {
      if (left <= 0) return;
      if (skip >= ids.length) {
        skip -= ids.length;
        continue;
      }
      const end = Math.min(skip + left, ids.length);
      left -= end - skip;
      for (; skip < end; skip++) into.push(at(ids, skip));
      skip = 0;
    }
  }

  /** A small chunk is put together with a neighbour, so that a list that has shrunk does not consist of crumbs. */
  #join(index: number, chunk: Chunk): void {
    const left = index > 0 ? index - 1 : index;
    const a = this.#chunks[left];
    const b = this.#chunks[left + 1];
    if (a !== undefined && b !== undefined && a.ids.length + b.ids.length <= CHUNK) {
      a.keys.push(...b.keys);
      a.ids.push(...b.ids);
      this.#chunks.splice(left + 1, 1);
    } else if (chunk.ids.length === 0) {
      this.#chunks.splice(index, 1);
    }
  }

  /** The first chunk whose last entry does not stand before the given one; the number of chunks when there is none. */
  #chunkOf(key: SortKey, id: number): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { keys, ids } = at(this.#chunks, middle);
      if (this.#compare(at(keys, ids.length - 1), at(ids, ids.length - 1), key, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #placeIn({ keys, ids }: Chunk, key: SortKey, id: number): number {
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(at(keys, middle), at(ids, middle), key, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(aKey: SortKey, aId: number, bKey: SortKey, bId: number): number {
    if (aKey === bKey) return aId - bId;
    return aKey < bKey !== this.#descending ? -1 : 1;
  }
}

/** What stands at a place that is known to be there: the loops above count within the lengths. */
function at<T extends number | string | Chunk>(array: readonly T[], index: number): T {
  return must(array[index], "a place within the list");
}
