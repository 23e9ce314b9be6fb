import type { Announcement } from "../../chat/event.ts";
import { type QueueState, UNQUEUED } from "../../chat/queue-state.ts";
import { type Action, type Actor, may, type Place, placeOfChat } from "../../chat/permissions.ts";
import type { Remark } from "../../chat/remark.ts";
import { colleagueIn } from "../../chat/talk.ts";
import type { ToOperator } from "../../protocol/server-to-operator.ts";
import type { ToVisitor } from "../../protocol/server-to-visitor.ts";
import {
  availabilityForVisitor,
  conversationForOperator,
  conversationForVisitor,
  invitationForVisitor,
  messageForOperator,
  messageForVisitor,
  noteForOperator,
  preferenceForItsOperator,
  queueForOperator,
  typingForOperator,
  typingForVisitor,
  talkForOperator,
  talkMessageForOperator,
} from "./present.ts";
import { VisitorEnds } from "./visitor-ends.ts";

/** A console's window, as the hub sees it. */
export interface OperatorEnd {
  readonly operator: string;
  /** What the operator may see follows from this. */
  readonly who: Actor;
  /** Hash of the session it signed in with. */
  readonly session: string;
  sendText(text: string): void;
  signedOut(): void;
  /** Accounts have changed, perhaps this operator's: what they may see and do, or that they may no more. */
  staffChanged(): void;
  /** The sites or the departments have changed. */
  placesChanged(what: "sites" | "departments"): void;
  /** The operator has set a remark, in this window or another. */
  remarkSet(remark: Remark): void;
  /** The operators' list or states changed. */
  colleaguesChanged(): void;
}

/**
 * Finds the sockets of this node that an announcement concerns, and makes each frame once per audience. It decides nothing: what may be
 * seen is settled by `present`, who is concerned by the subscriptions the sessions hold.
 */
export class Hub {
  readonly visitors = new VisitorEnds();
  readonly #operators = new Set<OperatorEnd>();
  /** Who has asked for a conversation's messages. */
  readonly #followers = new Map<string, Set<OperatorEnd>>();
  readonly #queueState: (conversation: string) => QueueState;

  /** @param queueState how a request stands under queueing */
  constructor(queueState: (conversation: string) => QueueState = () => UNQUEUED) {
    this.#queueState = queueState;
  }

  addOperator(end: OperatorEnd): void {
    this.#operators.add(end);
  }

  removeOperator(end: OperatorEnd): void {
    this.#operators.delete(end);
  }

  /** From here on the window gets what is added to the conversation; until `unfollow`, which is to be called before it is removed. */
  follow(end: OperatorEnd, conversation: string): void {
    const ends = this.#followers.get(conversation) ?? new Set();
    ends.add(end);
    this.#followers.set(conversation, ends);
  }

  unfollow(end: OperatorEnd, conversation: string): void {
    const ends = this.#followers.get(conversation);
    ends?.delete(end);
    if (ends?.size === 0) this.#followers.delete(conversation);
  }

  /** Whether anybody is there to see the visitors. */
  get hasOperators(): boolean {
    return this.#operators.size > 0;
  }

  operators(): Iterable<OperatorEnd> {
    return this.#operators;
  }

  /** To one tab only, if it is connected here; says whether it was. */
  tellTab(site: string, visitor: number, tab: string | undefined, frame: ToVisitor): boolean {
    for (const end of this.visitors.of(site, visitor)) {
      if (end.tab !== tab) continue;
      end.sendText(JSON.stringify(frame));
      return true;
    }
    return false;
  }

  /** Closes a visitor's lines: they are banned. */
  keepOut(site: string, visitor: number): void {
    for (const end of this.visitors.of(site, visitor)) end.keepOut();
  }

  deliver(announcement: Announcement): void {
    switch (announcement.type) {
      case "messages":
        return this.#messages(announcement);
      case "conversation": {
        const { conversation } = announcement;
        const { site, visitor } = conversation;
        if (conversation.status !== "left") {
          this.#tellVisitor(site, visitor, {
            type: "conversation",
            conversation: conversationForVisitor(conversation),
          });
        }
        const frame = conversationForOperator(conversation, this.#queueState(conversation.id));
        return this.#tellAllowed({ type: "conversation", conversation: frame }, "chat.see", placeOfChat(conversation));
      }
      case "marks": {
        const { conversation, site, visitor, visitorMarks, operatorMarks } = announcement;
        this.#tellVisitor(site, visitor, { type: "marks", conversation, theirs: operatorMarks, mine: visitorMarks });
        return this.#tellFollowers({ type: "marks", conversation, visitorMarks, operatorMarks }, conversation);
      }
      case "typing": {
        this.#tellFollowers(typingForOperator(announcement), announcement.conversation);
        if (announcement.by === "operator")
          this.#tellVisitor(announcement.site, announcement.visitor, typingForVisitor(announcement));
        return;
      }
      case "viewers": {
        const { conversation, viewers } = announcement;
        return this.#tellFollowers({ type: "viewers", conversation, viewers }, conversation);
      }
      case "note": {
        const { note } = announcement;
        const { site } = note;
        return this.#tellAllowed({ type: "note", site, note: noteForOperator(note) }, "note.see", { site });
      }
      case "queue": {
        const { conversation, state } = announcement;
        return this.#tellAllowed(
          { type: "queue", conversation: conversation.id, ...queueForOperator(state) },
          "chat.see",
          placeOfChat(conversation),
        );
      }
      case "place": {
        const { conversation, site, visitor, place } = announcement;
        return this.#tellVisitor(site, visitor, {
          type: "queue",
          conversation,
          ...(place === undefined ? {} : { place }),
        });
      }
      case "ban": // whose lines it closes, the sockets find out
      case "ban-lifted":
      case "queue-rule":
      case "unanswered": // the operator is told as of any other status
        return; // each window is told of its own sites
      case "talk":
        for (const operator of announcement.talk.operators)
          this.#tellOperator(operator, { type: "talk", talk: talkForOperator(announcement.talk, operator) });
        return;
      case "talk-message": {
        const { talk, message } = announcement;
        const messages = [talkMessageForOperator(message)];
        for (const operator of talk.operators) {
          const colleague = colleagueIn(talk, operator);
          this.#tellOperator(operator, { type: "talk-messages", with: colleague, messages, more: false });
        }
        return;
      }
      case "talk-typing": {
        const { from, to, typing } = announcement;
        return this.#tellOperator(to, { type: "talk-typing", with: from, typing });
      }
      case "invitation": {
        const { invitation } = announcement;
        const { site, visitor } = invitation;
        return this.#tellVisitor(site, visitor, { type: "invitation", invitation: invitationForVisitor(invitation) });
      }
      case "remark":
        for (const end of this.#operators) {
          if (end.operator === announcement.remark.operator) end.remarkSet(announcement.remark);
        }
        return;
      case "preference": {
        const { preference } = announcement;
        return this.#tellOperator(preference.operator, preferenceForItsOperator(preference));
      }
      case "invitation-shown": {
        const { site, visitor, operator } = announcement.invitation;
        return this.#tellOperator(operator.id, { type: "invitation", site, visitor, outcome: "shown" });
      }
      case "invitation-over": {
        const { outcome } = announcement;
        const { id, site, visitor, operator } = announcement.invitation;
        if (outcome !== "gone")
          this.#tellVisitor(site, visitor, { type: "invitation-over", invitation: id, why: outcome });
        return this.#tellOperator(operator.id, { type: "invitation", site, visitor, outcome });
      }
      case "operator":
        for (const end of this.#operators) end.colleaguesChanged();
        return;
      case "availability": {
        const text = JSON.stringify({ type: "online", ...availabilityForVisitor(announcement) } satisfies ToVisitor);
        for (const end of this.visitors.ofSite(announcement.site)) end.sendText(text);
        return;
      }
      case "sites":
      case "departments":
        for (const end of this.#operators) end.placesChanged(announcement.type);
        return;
      case "staff":
        for (const end of this.#operators) end.staffChanged();
        return;
      case "canned": {
        const { operator } = announcement;
        if (operator === undefined) return this.#tellOperators({ type: "canned" });
        return this.#tellOperator(operator, { type: "canned" });
      }
      case "sounds":
        return this.#tellOperators({ type: "sounds" });
      case "spelling": {
        const { operator } = announcement;
        if (operator === undefined) return this.#tellOperators({ type: "spelling" });
        return this.#tellOperator(operator, { type: "spelling" });
      }
      case "signed-out":
        for (const end of this.#operators) {
          const { operator, only, except } = announcement;
          if (end.operator === operator && end.session !== except && end.session === (only ?? end.session))
            end.signedOut();
        }
        return;
    }
  }

  #messages({ conversation, messages }: Extract<Announcement, { type: "messages" }>): void {
    const { id, site, visitor } = conversation;
    const frame = { type: "messages", conversation: id, more: false } as const;
    const only = messages.length === 1 ? messages[0]?.id : undefined;
    const ends = conversation.status === "left" ? [] : this.visitors.of(site, visitor);
    let text: string | undefined;
    for (const end of ends) {
      if (only !== undefined && end.hasSaid(only)) continue;
      text ??= JSON.stringify({ ...frame, messages: messages.map(messageForVisitor) } satisfies ToVisitor);
      end.sendText(text);
    }
    this.#tellFollowers({ ...frame, messages: messages.map(messageForOperator) }, id, placeOfChat(conversation));
  }

  #tellVisitor(site: string, visitor: number, frame: ToVisitor): void {
    const ends = this.visitors.of(site, visitor);
    if (ends.length === 0) return;
    const text = JSON.stringify(frame);
    for (const end of ends) end.sendText(text);
  }

  #tellOperators(frame: ToOperator): void {
    const text = JSON.stringify(frame);
    for (const end of this.#operators) end.sendText(text);
  }

  /** To the consoles of those who may see such a thing there. */
  #tellAllowed(frame: ToOperator, action: Action, place: Place): void {
    const text = JSON.stringify(frame);
    for (const end of this.#operators) if (may(end.who, action, place)) end.sendText(text);
  }

  /** To the windows that follow the conversation; it may have moved out of their sight since they were let in. */
  #tellFollowers(frame: ToOperator, conversation: string, place: Place = {}): void {
    const ends = this.#followers.get(conversation);
    if (ends === undefined || ends.size === 0) return;
    const text = JSON.stringify(frame);
    for (const end of ends) if (may(end.who, "chat.see", place)) end.sendText(text);
  }

  #tellOperator(operator: string, frame: ToOperator): void {
    const text = JSON.stringify(frame);
    for (const end of this.#operators) if (end.operator === operator) end.sendText(text);
  }
}
