import type { OperatorStatus } from "../../chat/event.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";

interface Parts {
  store: Store;
  world: World;
  /** How long an operator may be away without being gone. */
  graceMs: number;
}

const SETTING = "operators-online";
/** What is kept is renewed this often while nothing changes, and means nothing when it is older than a long restart takes. */
const RENEW_MS = 30_000;
const STALE_MS = 5 * 60_000;

/**
 * Who was online when the server stopped, and is expected back. After a restart visitors and operators come back in any order;
 * for the first moments those who were there count as there, so that no visitor is told that nobody is.
 */
export class ExpectedOperators {
  readonly #parts: Parts;
  #expected: ReadonlySet<string> = new Set();
  #until = 0;
  #kept = "";
  #keptAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads who is expected, once, before anybody connects. */
  async load(): Promise<void> {
    const { store, world, graceMs } = this.#parts;
    const kept = await store.setting(SETTING);
    if (kept === undefined) return;
    const { at, operators } = JSON.parse(kept) as { at: number; operators: string[] };
    this.#kept = namesOf(operators);
    this.#keptAt = at;
    if (world.now() - at > STALE_MS) return;
    this.#expected = new Set(operators);
    this.#until = world.now() + graceMs;
  }

  /** An operator's status as visitors should have it. */
  status(operator: string, actual: OperatorStatus): OperatorStatus {
    const isExpected = actual === "offline" && this.#expected.has(operator) && this.#parts.world.now() < this.#until;
    return isExpected ? "online" : actual;
  }

  /** Keeps who is online now, when that is news or was kept long ago. To be called now and then. */
  async keep(operators: readonly string[]): Promise<void> {
    const { store, world } = this.#parts;
    const now = world.now();
    if (now < this.#until) return; // who is still expected must not be forgotten by the next restart
    const names = namesOf(operators);
    if (names === this.#kept && (names === "" || now - this.#keptAt < RENEW_MS)) return;
    this.#kept = names;
    this.#keptAt = now;
    await store.putSetting(SETTING, JSON.stringify({ at: now, operators }));
  }
}

function namesOf(operators: readonly string[]): string {
  return [...operators].sort().join();
}
