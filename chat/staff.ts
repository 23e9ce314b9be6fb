import type { Bus } from "./bus.ts";
import { ChatError } from "./error.ts";
import type { Operator, OperatorChange, OperatorResult } from "./operator.ts";
import { type Actor, isAtLeast, mustBeAllowed } from "./permissions.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** An operator without what only signing in needs. */
export type StaffMember = Omit<Operator, "passwordHash">;

/**
 * Everybody with an account, at hand, and what may be done to whom: nobody changes somebody above themself, nobody raises
 * anybody above themself, and there is always an owner who can sign in. The store remains the truth.
 */
export class Staff {
  readonly #parts: { store: Store; bus: Bus; world: World };
  #members: readonly StaffMember[] = [];
  #stopListening: () => void = () => undefined;

  constructor(parts: { store: Store; bus: Bus; world: World }) {
    this.#parts = parts;
  }

  /** Reads them, once, before anybody connects, and from then on learns of changes. */
  async load(): Promise<void> {
    this.#stopListening = this.#parts.bus.listen((announcement) => {
      if (announcement.type === "staff") this.#members = announcement.members;
    });
    this.#members = await this.#read();
  }

  close(): void {
    this.#stopListening();
  }

  /** In the order in which they came. */
  all(): readonly StaffMember[] {
    return this.#members;
  }

  byId(id: string): StaffMember | undefined {
    return this.#members.find((member) => member.id === id);
  }

  async change(by: Actor, id: string, change: OperatorChange): Promise<Operator> {
    const operator = await this.mayChange(by, id);
    mustNotBeAbove(by, change.role);
    if (operator.id === by.id && change.role !== operator.role && operator.role !== "owner")
      throw new ChatError("not-allowed", "Nobody can change their own role. Ask the owner.");
    return this.#done(await this.#parts.store.changeOperator(id, change));
  }

  /** Shuts an operator out at once. */
  async suspend(by: Actor, id: string): Promise<Operator> {
    const operator = await this.mayChange(by, id);
    if (operator.id === by.id) throw new ChatError("not-allowed", "You cannot suspend yourself.");
    const suspended = await this.#done(await this.#parts.store.suspendOperator(id, this.#parts.world.now()));
    this.#parts.bus.announce({ type: "signed-out", operator: id });
    return suspended;
  }

  async takeBack(by: Actor, id: string): Promise<Operator> {
    await this.mayChange(by, id);
    return this.#done(await this.#parts.store.suspendOperator(id, null));
  }

  /** The operator, if `by` may change them. */
  async mayChange(by: Actor, id: string): Promise<Operator> {
    mustBeAllowed(by, "operator.change");
    const operator = await this.#parts.store.operator(id);
    if (operator === undefined) throw missing();
    mustNotBeAbove(by, operator.role);
    return operator;
  }

  /** Tells every node who is there now. */
  async announce(): Promise<void> {
    const members = await this.#read();
    this.#members = members;
    this.#parts.bus.announce({ type: "staff", members });
  }

  async #done(result: OperatorResult): Promise<Operator> {
    if (result.ok) {
      await this.announce();
      return result.operator;
    }
    if (result.reason === "not-found") throw missing();
    throw new ChatError("not-allowed", "This is the only owner who can sign in. Make somebody else an owner first.");
  }

  async #read(): Promise<StaffMember[]> {
    const operators = await this.#parts.store.operators();
    return operators.map(({ passwordHash: _, ...member }) => member);
  }
}

/** Nobody gives a role above their own, or changes somebody who has one. */
export function mustNotBeAbove(by: Pick<Actor, "role">, role: Operator["role"]): void {
  if (!isAtLeast(by.role, role)) throw new ChatError("not-allowed", `Only the ${role} can do this.`);
}

function missing(): ChatError {
  return new ChatError("not-found", "There is no such operator.");
}
