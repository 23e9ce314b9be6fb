import type { CannedItem, CannedWords } from "../../../chat/canned.ts";
import * as canned from "../queries/canned.ts";
import { toCanned } from "../rows.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.addCanned`. */
export function* addCanned(items: readonly CannedItem[], most: number): Steps<boolean> {
  for (const owner of new Set(items.map((item) => item.owner))) {
    const row = yield* owner === undefined
      ? first(canned.countShared, {})
      : first(canned.countOwn, { operator: owner });
    const more = items.filter((item) => item.owner === owner).length;
    if ((row?.count ?? 0) + more > most) return false;
  }
  for (const { id, kind, owner = null, department = null, folder, title, text, uses, createdAt } of items) {
    const row = { id, kind, operator: owner, department, folder, title, text, uses, created_at: createdAt };
    yield* run(canned.addCanned, row);
  }
  return true;
}

/** See `Store.cannedFor`. */
export function* cannedFor(operator: string): Steps<CannedItem[]> {
  return (yield* all(canned.cannedFor, { operator })).map(toCanned);
}

/** See `Store.cannedItem`. */
export function* cannedItem(id: string): Steps<CannedItem | undefined> {
  const row = yield* first(canned.cannedById, { id });
  return row && toCanned(row);
}

/** See `Store.changeCanned`. */
export function* changeCanned(id: string, { folder, title, text }: CannedWords): Steps<CannedItem | undefined> {
  const row = yield* first(canned.changeCanned, { id, folder, title, text });
  return row && toCanned(row);
}

/** See `Store.removeCanned`. */
export function* removeCanned(id: string): Steps<void> {
  yield* run(canned.removeCanned, { id });
}

/** See `Store.countCannedUse`. */
export function* countCannedUse(id: string): Steps<void> {
  yield* run(canned.countCannedUse, { id });
}
