import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkText } from "./check-text.ts";
import type { Conversations, OperatorIdentity, VisitorIdentity } from "./conversations.ts";
import type { Directory } from "./directory.ts";
import { ChatError } from "./error.ts";
import type { Invitation, InvitationOutcome } from "./event.ts";
import type { Queue } from "./queue.ts";
import type { World } from "./world.ts";

interface Parts {
  world: World;
  bus: Bus;
  bounds: ChatBounds;
  directory: Directory;
  conversations: Conversations;
  queue: Queue;
}

/**
 * "Request Chat": an operator invites a visitor. An invitation is of the moment, like the visitor's presence: it is kept in
 * memory on the node that has the visitor, and it is over when it is answered, withdrawn, too old, or the visitor has gone.
 */
export class Invitations {
  readonly #parts: Parts;
  readonly #pending = new Map<string, Invitation>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  pending(site: string, visitor: number): Invitation | undefined {
    return this.#pending.get(`${site}/${visitor}`);
  }

  invite(by: OperatorIdentity, wish: { id: string; site: string; visitor: number; text: string }): void {
    const { world, bus, bounds, directory, conversations } = this.#parts;
    const place = `${wish.site}/${wish.visitor}`;
    const known = this.#pending.get(place);
    if (known?.id === wish.id) return; // the same wish, sent again
    if (known !== undefined) {
      throw new ChatError(
        "already-invited",
        `${known.operator.name} has invited this visitor already.`,
        known.operator.name,
      );
    }
    const live = conversations.live.of(wish.site, wish.visitor);
    if (live !== undefined)
      throw new ChatError("already-chatting", "This visitor has a chat already, or waits for one.");
    if (directory.get(wish.site, wish.visitor) === undefined) {
      throw new ChatError("visitor-gone", "This visitor has left the site.");
    }
    const text = wish.text.trim() === "" ? "" : checkText(wish.text, bounds.textLength);
    const invitation: Invitation = {
      id: wish.id,
      site: wish.site,
      visitor: wish.visitor,
      operator: by,
      text,
      state: "sent",
      expiresAt: world.now() + bounds.invitationMs,
    };
    this.#pending.set(place, invitation);
    directory.setState(wish.site, wish.visitor, { status: "invited", operator: by.name, invitation: "sent" });
    bus.announce({ type: "invitation", invitation });
  }

  withdraw(by: OperatorIdentity, site: string, visitor: number): void {
    const invitation = this.pending(site, visitor);
    if (invitation === undefined) throw new ChatError("invitation-over", "This invitation is over already.");
    if (invitation.operator.id !== by.id) {
      const name = invitation.operator.name;
      throw new ChatError("not-allowed", `${name} sent this invitation; only they can take it back.`, name);
    }
    this.#over(invitation, "withdrawn");
  }

  /** The visitor's side tells: on the screen, accepted, or declined. */
  async answer(who: VisitorIdentity, id: string, answer: "shown" | "accepted" | "declined"): Promise<void> {
    const invitation = this.pending(who.site, who.visitor);
    if (invitation === undefined || invitation.id !== id) {
      if (answer === "accepted")
        throw new ChatError("invitation-over", "This invitation is over. Just write: we are here.");
      return;
    }
    if (answer === "shown") {
      if (invitation.state === "shown") return;
      invitation.state = "shown";
      const { bus, directory } = this.#parts;
      directory.setState(who.site, who.visitor, {
        status: "invited",
        operator: invitation.operator.name,
        invitation: "shown",
      });
      bus.announce({ type: "invitation-shown", invitation });
      return;
    }
    this.#over(invitation, answer);
    if (answer === "accepted") {
      const { conversations, queue } = this.#parts;
      await queue.preferring(who, invitation.operator.id, () =>
        conversations.requestByInvitation(who, invitation.operator, invitation.text),
      );
    }
  }

  /** To be called when a chat has begun another way: the invitation has served. */
  settle(site: string, visitor: number): void {
    const invitation = this.pending(site, visitor);
    if (invitation !== undefined) this.#over(invitation, "accepted");
  }

  /** To be called when the visitor has left. */
  visitorGone(site: string, visitor: number): void {
    const invitation = this.pending(site, visitor);
    if (invitation !== undefined) this.#over(invitation, "gone");
  }

  /** To be called about every second. */
  sweep(): void {
    const now = this.#parts.world.now();
    for (const invitation of this.#pending.values()) if (invitation.expiresAt <= now) this.#over(invitation, "expired");
  }

  #over(invitation: Invitation, outcome: InvitationOutcome): void {
    const { bus, directory, conversations } = this.#parts;
    this.#pending.delete(`${invitation.site}/${invitation.visitor}`);
    if (conversations.live.of(invitation.site, invitation.visitor) === undefined) {
      directory.setState(invitation.site, invitation.visitor, { status: "online" });
    }
    bus.announce({ type: "invitation-over", invitation, outcome });
  }
}
