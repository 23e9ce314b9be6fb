import type { Role, Ticket } from "../../chat/operator.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { hashSecret, newSecret } from "./secret.ts";

interface Parts {
  store: Store;
  world: World;
  ticketMs: number;
}

/** One-time links: for the owner at the set-up, for colleagues later. Only the hash of a link's secret is kept. */
export class Tickets {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async make(
    role: Role,
    more: Partial<Pick<Ticket, "sites" | "departments" | "operator">> = {},
  ): Promise<{ ticket: string; expiresAt: number }> {
    const { store, world, ticketMs } = this.#parts;
    const ticket = newSecret();
    const expiresAt = world.now() + ticketMs;
    await store.addTicket({ hash: hashSecret(ticket), role, sites: "all", departments: [], ...more, expiresAt });
    return { ticket, expiresAt };
  }

  /** A new link for the set-up; the ones before are void. */
  async makeForOwner(): Promise<string> {
    await this.#parts.store.removeTickets("owner");
    return (await this.make("owner")).ticket;
  }

  /**
   * What a link is good for; asked before anything that costs.
   * @throws HttpRefusal
   */
  async read(ticket: string): Promise<Ticket> {
    const { store, world } = this.#parts;
    return (await store.ticket(hashSecret(ticket), world.now())) ?? refuseTicket();
  }
}

export function refuseTicket(): never {
  throw new HttpRefusal(403, "no-ticket", "This link has been used already, or it is too old. Ask for a new one.");
}
