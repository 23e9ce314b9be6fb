import type { SharedSound } from "../../../chat/sounds.ts";
import * as queries from "../queries/sounds.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.sounds`. */
export function* sounds(): Steps<SharedSound[]> {
  return (yield* all(queries.sounds, {})).map(({ added_at, ...sound }) => ({ ...sound, addedAt: added_at }));
}

/** See `Store.soundFile`. */
export function* soundFile(id: string): Steps<{ type: string; data: string } | undefined> {
  return yield* first(queries.soundFile, { id });
}

/** See `Store.addSound`. */
export function* addSound({ addedAt, ...sound }: SharedSound, data: string, most: number): Steps<boolean> {
  if ((yield* all(queries.sounds, {})).length >= most) return false;
  yield* run(queries.addSound, { ...sound, added_at: addedAt, data });
  return true;
}

/** See `Store.removeSound`. */
export function* removeSound(id: string): Steps<void> {
  yield* run(queries.removeSound, { id });
}
