import type { Query } from "./query.ts";

/** One question that a verb asks, and how much of the answer it wants. */
export interface Ask {
  query: Query<never, unknown>;
  given: object;
  want: "all" | "first" | "none";
}

/**
 * A verb of the store as the questions it asks, one after the other, within one transaction. The verb knows no driver: one
 * that answers at once (SQLite in its thread) and one that must wait (a database across the network) can both follow it.
 * A verb that throws a ChatError does so before it has asked for its first change.
 */
export type Steps<T> = Generator<Ask, T, unknown>;

/** Asks for every row. */
export function* all<P extends object, R>(query: Query<P, R>, given: P): Steps<readonly R[]> {
  return (yield { query, given, want: "all" }) as readonly R[];
}

/** Asks for the first row, if there is one. */
export function* first<P extends object, R>(query: Query<P, R>, given: P): Steps<R | undefined> {
  return (yield { query, given, want: "first" }) as R | undefined;
}

/** Asks for a change that gives no rows. */
export function* run<P extends object>(query: Query<P, unknown>, given: P): Steps<void> {
  yield { query, given, want: "none" };
}
