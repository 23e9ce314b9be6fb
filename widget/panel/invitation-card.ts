import type { Invitation } from "../../protocol/server-to-visitor.ts";
import { isLooking } from "../dom.ts";
import { initials } from "./initials.ts";
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
    const decline = make("button", {}, strings.decline);
    decline.onclick = () => answer("declined");
    const accept = make("button", {}, strings.accept);
    accept.onclick = () => answer("accepted");
    card = make(
      "div",
      { class: "card", role: "dialog", "aria-label": name },
      make("div", { class: "face", "aria-hidden": "true" }, initials(operator), make("i")),
      make("div", { class: "title" }, make("b", {}, name), make("span", {}, strings.isOnline)),
      make("p", { dir: "auto" }, text || strings.welcome),
      make("div", { class: "row" }, decline, accept),
    );
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
