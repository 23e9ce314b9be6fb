import type { Bus } from "./bus.ts";
import type { OperatorStatus } from "./event.ts";
import type { World } from "./world.ts";

interface Place {
  /** Open windows of this operator on this node. */
  windows: number;
  /** What the operator chose; kept while the program runs, so that a reload does not change it. */
  chosen: "online" | "away";
  /** Since when the last window has been closed. */
  leftAt: number | undefined;
}

/**
 * Which operators are there. An operator with several windows is one operator; one whose last window closed a moment ago is
 * still there, because a reload is not a leaving.
 */
export class Roster {
  readonly #places = new Map<string, Place>();
  readonly #world: World;
  readonly #bus: Bus;
  readonly #graceMs: number;
  #someoneOnline = false;

  constructor(world: World, bus: Bus, graceMs: number) {
    this.#world = world;
    this.#bus = bus;
    this.#graceMs = graceMs;
  }

  /** A window of this operator has connected. */
  connect(operator: string): void {
    const place = this.#places.get(operator) ?? { windows: 0, chosen: "online", leftAt: undefined };
    const before = statusOf(place);
    place.windows += 1;
    place.leftAt = undefined;
    this.#places.set(operator, place);
    this.#tell(operator, before, statusOf(place));
  }

  /** A window of this operator has closed; the operator is gone when the grace is over. */
  disconnect(operator: string): void {
    const place = this.#places.get(operator);
    if (place === undefined) return;
    place.windows = Math.max(0, place.windows - 1);
    if (place.windows === 0) place.leftAt = this.#world.now();
  }

  choose(operator: string, status: "online" | "away"): void {
    const place = this.#places.get(operator);
    if (place === undefined) return;
    const before = statusOf(place);
    place.chosen = status;
    this.#tell(operator, before, statusOf(place));
  }

  status(operator: string): OperatorStatus {
    const place = this.#places.get(operator);
    return place === undefined ? "offline" : statusOf(place);
  }

  chosen(operator: string): "online" | "away" {
    return this.#places.get(operator)?.chosen ?? "online";
  }

  /** Whether a visitor who asks now can be answered. */
  someoneOnline(): boolean {
    return this.#someoneOnline;
  }

  /** To be called about every second: lets those go whose grace is over. */
  sweep(): void {
    const limit = this.#world.now() - this.#graceMs;
    for (const [operator, place] of this.#places) {
      if (place.leftAt === undefined || place.leftAt > limit) continue;
      const before = place.chosen;
      place.leftAt = Number.POSITIVE_INFINITY; // gone, and not told again
      this.#tell(operator, before, "offline");
    }
  }

  #tell(operator: string, before: OperatorStatus, after: OperatorStatus): void {
    if (before !== after) this.#bus.announce({ type: "operator", operator, status: after });
    const online = [...this.#places.values()].some((place) => statusOf(place) === "online");
    if (online === this.#someoneOnline) return;
    this.#someoneOnline = online;
    this.#bus.announce({ type: "availability", online });
  }
}

function statusOf(place: Place): OperatorStatus {
  const gone = place.windows === 0 && (place.leftAt === undefined || place.leftAt === Number.POSITIVE_INFINITY);
  return gone ? "offline" : place.chosen;
}
