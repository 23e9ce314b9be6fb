import * as queries from "../queries/words.ts";
import { first, run, type Steps } from "../steps.ts";

/** Brings the index of words up to date. The store calls it itself: see the migration `words-later`. */
export function* indexWords(): Steps<void> {
  if ((yield* first(queries.noted, {})) === undefined) return;
  yield* run(queries.indexNoted, {});
  yield* run(queries.forgetNoted, {});
}
