import type { Invitation } from "../../protocol/server-to-visitor.ts";
import { isLooking } from "../dom.ts";
import { face } from "./face.ts";
import { choice } from "./footer.ts";
import { make } from "./lent.ts";
import type { PanelStrings } from "./strings.ts";

type Answer = "shown" | "accepted" | "declined";

export interface InvitationCard {
  /** Shows this invitation and no other; after a reconnection it is the same one again. */
  offer(invitation: Invitation | undefined, site: string): void;
  /** Takes this invitation down, wherever it was answered. */
  withdraw(invitation: string): void;
}

/**
 * The card with which an operator asks for a chat. It waits until somebody looks at the tab, is read out where it appears
 * (`place` is a live region), and never takes the focus.
 */
export function makeInvitationCard(
  place: HTMLElement,
  strings: PanelStrings,
  tell: (invitation: string, answer: Answer) => void,
): InvitationCard {
  let offered: Invitation | undefined;
  let from = "";
  let card: HTMLElement | undefined;

  const offer: InvitationCard["offer"] = (invitation, site) => {
    if (invitation !== undefined && invitation.id === offered?.id) return;
    card?.remove();
    card = undefined;
    offered = invitation;
    from = site;
    show();
  };
  const show = () => {
    if (offered === undefined || card !== undefined || !isLooking()) return;
    const { id, operator, text } = offered;
    const name = strings.inviter(operator, from);
    const answer = (given: Answer) => {
      offer(undefined, from);
      tell(id, given);
    };
    const { parts, show: introduce } = face();
    introduce(operator, name, strings.isOnline);
    const question = choice(text || strings.welcome, [
      [strings.decline, () => answer("declined")],
      [strings.accept, () => answer("accepted")],
    ]);
    card = make("div", { class: "card", role: "dialog", "aria-label": name }, ...parts, ...question.children);
    // Escape says no here, and must not also close something of the page's own.
    card.onkeydown = (event) => {
      event.stopPropagation();
      if (event.key === "Escape") answer("declined");
    };
    place.append(card);
    tell(id, "shown");
  };
  document.addEventListener("visibilitychange", show);

  return {
    offer,
    withdraw(invitation) {
      if (offered?.id === invitation) offer(undefined, from);
    },
  };
}
