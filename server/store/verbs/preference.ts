import type { Preference } from "../../../chat/preference.ts";
import * as preferences from "../queries/preferences.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.setPreference`. */
export function* setPreference({ operator, name, value }: Preference, most: number): Steps<boolean> {
  if ((yield* first(preferences.preferenceNamed, { operator, name })) === undefined) {
    const { count = 0 } = (yield* first(preferences.countPreferences, { operator })) ?? {};
    if (count >= most) return false;
  }
  yield* run(preferences.putPreference, { operator, name, value });
  return true;
}

/** See `Store.preferencesOf`. */
export function* preferencesOf(operator: string): Steps<Preference[]> {
  return (yield* all(preferences.preferencesOf, { operator })).map((row) => ({ operator, ...row }));
}
