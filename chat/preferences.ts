import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { ChatError } from "./error.ts";
import type { Preference } from "./preference.ts";
import type { Store } from "./store.ts";

type PreferenceBounds = Pick<ChatBounds, "preferenceLength" | "preferencesPerOperator">;

const NAME = /^[a-z][a-z0-9.-]{0,63}$/;

/** What operators prefer: each has their own, in whatever browser they sign in. */
export class Preferences {
  readonly #parts: { store: Store; bus: Bus; bounds: PreferenceBounds };

  constructor(parts: { store: Store; bus: Bus; bounds: PreferenceBounds }) {
    this.#parts = parts;
  }

  /** All of one operator's. */
  of(operator: string): Promise<Preference[]> {
    return this.#parts.store.preferencesOf(operator);
  }

  async set(preference: Preference): Promise<void> {
    const { store, bus, bounds } = this.#parts;
    const { name, value } = preference;
    if (!NAME.test(name)) throw new ChatError("bad-message", "This is no name of a preference.");
    if (value.length > bounds.preferenceLength) {
      throw new ChatError(
        "too-long",
        `This would take ${value.length} characters; at most ${bounds.preferenceLength} can be kept. Please remove some of it.`,
      );
    }
    if (!(await store.setPreference(preference, bounds.preferencesPerOperator))) {
      throw new ChatError("not-allowed", `At most ${bounds.preferencesPerOperator} preferences can be kept.`);
    }
    bus.announce({ type: "preference", preference });
  }
}
