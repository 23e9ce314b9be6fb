import type { Bus } from "./bus.ts";
import type { Person } from "./conversation.ts";

/** Who has which chat in front just now. It is of the moment: told, and never stored. */
export class Viewers {
  readonly #bus: Bus;
  /** By conversation: each window that has it in front, and whose it is. */
  readonly #windows = new Map<string, Map<object, Person>>();
  readonly #fronts = new WeakMap<object, string>();

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  /** This window, whose it is, has this conversation in front from now on, or none. */
  look(window: object, { id, name }: Person, conversation: string | undefined): void {
    const before = this.#fronts.get(window);
    if (before === conversation) return;
    if (before !== undefined) {
      const left = this.#windows.get(before);
      left?.delete(window);
      if (left?.size === 0) this.#windows.delete(before);
      this.#fronts.delete(window);
      this.#tell(before);
    }
    if (conversation === undefined) return;
    const windows = this.#windows.get(conversation) ?? new Map<object, Person>();
    windows.set(window, { id, name });
    this.#windows.set(conversation, windows);
    this.#fronts.set(window, conversation);
    this.#tell(conversation);
  }

  /** Each operator once, however many windows; whoever came first stands first. */
  of(conversation: string): Person[] {
    const persons = [...(this.#windows.get(conversation)?.values() ?? [])];
    return [...new Map(persons.map((person) => [person.id, person])).values()];
  }

  #tell(conversation: string): void {
    this.#bus.announce({ type: "viewers", conversation, viewers: this.of(conversation) });
  }
}
