import type { Bus } from "./bus.ts";
import type { OperatorStatus } from "./event.ts";
import type { World } from "./world.ts";

interface Place {
  /** Open windows of this operator on this node. */
  windows: number;
  /** How many of them nobody has touched for as long as the operator set. */
  idle: number;
  /** What the operator chose; kept while the program runs, so that a reload does not change it. */
  chosen: "online" | "away";
  /** Away although `online` was chosen, because nobody touched any window. */
  isAwayByItself: boolean;
  /** Away because so many offers in a row were not answered. */
  unanswered: number | undefined;
  /** Since when the last window has been closed. */
  leftAt: number | undefined;
  /** The grace after it is over, and that has been told. */
  isGone: boolean;
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
  /** Nothing is known of the time before. */
  readonly #startedAt: number;

  constructor(world: World, bus: Bus, graceMs: number) {
    this.#world = world;
    this.#bus = bus;
    this.#graceMs = graceMs;
    this.#startedAt = world.now();
  }

  /** A window of this operator has connected. */
  connect(operator: string): void {
    const place = this.#places.get(operator) ?? newPlace();
    const before = statusOf(place);
    place.windows += 1;
    place.leftAt = undefined;
    place.isGone = false;
    this.#places.set(operator, place);
    this.#tell(operator, before, statusOf(place));
  }

  /** A window of this operator has closed; the operator is gone when the grace is over. `wasIdle`: what was last said of it. */
  disconnect(operator: string, wasIdle: boolean): void {
    const place = this.#places.get(operator);
    if (place === undefined) return;
    place.windows = Math.max(0, place.windows - 1);
    if (wasIdle) place.idle = Math.max(0, place.idle - 1);
    if (place.windows === 0) place.leftAt = this.#world.now();
    this.#goAwayIfIdle(operator, place);
  }

  /** Nobody has touched this window for as long as the operator set. When that is so of all of them, the operator is away. */
  idle(operator: string): void {
    const place = this.#places.get(operator);
    if (place === undefined) return;
    place.idle = Math.min(place.windows, place.idle + 1);
    this.#goAwayIfIdle(operator, place);
  }

  /** A window is touched: one that was idle, or that has just opened. With `back` an operator who was away by itself is online again. */
  touched(operator: string, { wasIdle, back }: { wasIdle: boolean; back: boolean }): void {
    const place = this.#places.get(operator);
    if (place === undefined) return;
    if (wasIdle) place.idle = Math.max(0, place.idle - 1);
    if (!back || !place.isAwayByItself) return;
    const before = statusOf(place);
    place.isAwayByItself = false;
    this.#tell(operator, before, statusOf(place));
  }

  choose(operator: string, status: "online" | "away"): void {
    const place = this.#places.get(operator);
    if (place === undefined) return;
    const before = statusOf(place);
    // Who was away by itself and now wants to be is to be told so in every window, too.
    const isNews = place.isAwayByItself || place.unanswered !== undefined;
    place.chosen = status;
    place.isAwayByItself = false;
    place.unanswered = undefined;
    this.#tell(operator, before, statusOf(place), isNews || before !== statusOf(place));
  }

  /**
   * So many offers in a row were not answered: as if the operator had chosen to be away. Only choosing brings them back; a touch of a
   * window may be a mouse that was bumped into, and would have the next request ring at an empty desk again.
   */
  unanswered(operator: string, offers: number): void {
    const place = this.#places.get(operator);
    if (place === undefined || place.chosen === "away") return;
    const before = statusOf(place);
    place.chosen = "away";
    place.isAwayByItself = false;
    place.unanswered = offers;
    this.#tell(operator, before, statusOf(place), true);
  }

  status(operator: string): OperatorStatus {
    const place = this.#places.get(operator);
    return place === undefined ? "offline" : statusOf(place);
  }

  /** Since when an operator is offline, in milliseconds; undefined for one who is not. Who has not been seen yet counts as gone since the start. */
  goneSince(operator: string): number | undefined {
    if (this.status(operator) !== "offline") return undefined;
    return this.#places.get(operator)?.leftAt ?? this.#startedAt;
  }

  /** The operator's status while there, whether it came by itself, and after how many offers that were not answered. */
  own(operator: string): { status: "online" | "away"; byItself: boolean; unanswered?: number } {
    const place = this.#places.get(operator) ?? newPlace();
    const { isAwayByItself: byItself, unanswered } = place;
    return { status: presentStatus(place), byItself, ...(unanswered === undefined ? {} : { unanswered }) };
  }

  /** To be called about every second: lets those go whose grace is over. */
  sweep(): void {
    const limit = this.#world.now() - this.#graceMs;
    for (const [operator, place] of this.#places) {
      if (place.isGone || place.leftAt === undefined || place.leftAt > limit) continue;
      const before = presentStatus(place);
      place.isGone = true;
      this.#tell(operator, before, "offline");
    }
  }

  #goAwayIfIdle(operator: string, place: Place): void {
    const isIdle = place.windows > 0 && place.idle === place.windows;
    if (!isIdle || place.chosen === "away" || place.isAwayByItself) return;
    place.isAwayByItself = true;
    this.#tell(operator, "online", "away");
  }

  #tell(operator: string, before: OperatorStatus, after: OperatorStatus, isNews = before !== after): void {
    if (isNews) this.#bus.announce({ type: "operator", operator, status: after });
  }
}

function newPlace(): Place {
  return {
    windows: 0,
    idle: 0,
    chosen: "online",
    isAwayByItself: false,
    unanswered: undefined,
    leftAt: undefined,
    isGone: false,
  };
}

function presentStatus({ chosen, isAwayByItself }: Place): "online" | "away" {
  return isAwayByItself ? "away" : chosen;
}

function statusOf(place: Place): OperatorStatus {
  const isNew = place.windows === 0 && place.leftAt === undefined;
  return isNew || place.isGone ? "offline" : presentStatus(place);
}
