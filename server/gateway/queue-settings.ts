import type { Bus } from "../../chat/bus.ts";
import type { Conversation } from "../../chat/conversation.ts";
import { serves } from "../../chat/department.ts";
import { checkQueueRule, NO_QUEUE, type QueueRule } from "../../chat/queue-rule.ts";
import type { Store } from "../../chat/store.ts";
import type { Departments } from "./departments.ts";

interface Parts {
  store: Store;
  bus: Bus;
  departments: Departments;
}

const SETTING = "queue";

/** By which rule requests are handed out, at hand: each one needs it. The store remains the truth. */
export class QueueSettings {
  readonly #parts: Parts;
  #rule = NO_QUEUE;
  #stopListening: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads the rule, once, before anybody connects, and from then on learns of changes. */
  async load(): Promise<void> {
    this.#stopListening = this.#parts.bus.listen((announcement) => {
      if (announcement.type === "queue-rule") this.#rule = announcement.rule;
    });
    const kept = await this.#parts.store.setting(SETTING);
    if (kept !== undefined) this.#rule = JSON.parse(kept) as QueueRule;
  }

  close(): void {
    this.#stopListening();
  }

  /** The rule for requests that no department has. */
  rule(): QueueRule {
    return this.#rule;
  }

  async change(wish: QueueRule): Promise<QueueRule> {
    const rule = checkQueueRule(wish);
    await this.#parts.store.putSetting(SETTING, JSON.stringify(rule));
    this.#rule = rule;
    this.#parts.bus.announce({ type: "queue-rule", rule });
    return rule;
  }

  /** The rule for this request: its department's, or the one for requests without. */
  of({ department }: Conversation): QueueRule {
    return this.#parts.departments.byId(department ?? "")?.queue ?? this.#rule;
  }

  /** Whether requests of this site are offered to one operator at a time, or some of them. */
  isOn(site: string): boolean {
    const rules = this.#parts.departments.all().flatMap((one) => (serves(one, site) ? [one.queue] : []));
    // Where there is one department every request is its.
    if (rules.length !== 1) rules.push(this.#rule);
    return rules.some(({ rule }) => rule !== "off");
  }
}
