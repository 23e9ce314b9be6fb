import type { Logger } from "pino";
import { setTimeout as wait } from "node:timers/promises";
import { checkRetention, KEPT, oldBefore, type RetentionCounts, type RetentionRules } from "../../chat/retention.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";

interface Parts {
  store: Store;
  world: World;
  log: Logger;
}

const SETTING = "retention";
const RAN = "retention-ran";
const DAY_MS = 86_400_000;
/** A day is noticed to be over within so long; a restart does not put the next time off. */
const LOOK_MS = 600_000;
/** So much is removed with one flush: some milliseconds of the disk, in which nobody's message waits noticeably. */
const AT_ONCE = 100;
/** And then others have their turn. */
const REST_MS = 100;

/** Forgets what is old, once a day, if the installation wants that: by default everything is kept. */
export class Retention {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#look();
  }

  /** Stops between two batches. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async rules(): Promise<RetentionRules> {
    return JSON.parse((await this.#parts.store.setting(SETTING)) ?? "{}") as RetentionRules;
  }

  /** From the next time on; that may be a day away. */
  async change(rules: RetentionRules): Promise<RetentionRules> {
    await this.#parts.store.putSetting(SETTING, JSON.stringify(checkRetention(rules)));
    return rules;
  }

  /** How much these rules would remove now. Removes nothing. */
  async count(rules: RetentionRules): Promise<RetentionCounts> {
    const { store, world } = this.#parts;
    const now = world.now();
    const counts: RetentionCounts = { chats: 0, notes: 0, left: 0 };
    for (const what of KEPT) {
      const days = checkRetention(rules)[what];
      if (days !== undefined) counts[what] = await store.countOld(what, oldBefore(days, now));
    }
    return counts;
  }

  /** Removes what is old, in small parts. */
  async run(): Promise<RetentionCounts> {
    const { store, world } = this.#parts;
    const rules = await this.rules();
    const now = world.now();
    const removed: RetentionCounts = { chats: 0, notes: 0, left: 0 };
    for (const what of KEPT) {
      const days = rules[what];
      if (days === undefined) continue;
      for (let batch = AT_ONCE; batch === AT_ONCE && !this.#isClosed;) {
        batch = await store.removeOld(what, oldBefore(days, now), AT_ONCE);
        removed[what] += batch;
        if (batch === AT_ONCE) await wait(REST_MS);
      }
    }
    await store.putSetting(RAN, String(now));
    return removed;
  }

  #look(): void {
    this.#running ??= this.#runIfDue()
      .catch((error: unknown) => this.#parts.log.error({ err: error }, "what is old could not be removed"))
      .finally(() => (this.#running = undefined));
  }

  async #runIfDue(): Promise<void> {
    const { store, world, log } = this.#parts;
    const ran = Number((await store.setting(RAN)) ?? 0);
    if (world.now() - ran < DAY_MS) return;
    const removed = await this.run();
    if (KEPT.some((what) => removed[what] > 0)) log.info(removed, "what was old has been removed");
  }
}
