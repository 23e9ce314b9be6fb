import type { Availability } from "./availability.ts";
import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkText } from "./check-text.ts";
import { type Conversation, type Marks, raise } from "./conversation.ts";
import { ChatError, must } from "./error.ts";
import { LiveConversations } from "./live-conversations.ts";
import type { Author, Body, ChatEvent, Message, MessageDraft, PushResult } from "./message.ts";
import type { AppendResult, Opening, Store } from "./store.ts";
import type { World } from "./world.ts";

/** Who acts on the operators' side. */
export interface OperatorIdentity {
  id: string;
  name: string;
}

/** Who acts on the visitors' side. */
export interface VisitorIdentity {
  site: string;
  visitor: number;
  name?: string;
  email?: string;
}

interface Parts {
  world: World;
  store: Store;
  bus: Bus;
  bounds: ChatBounds;
  /** Whom a visitor can ask. */
  availability: Pick<Availability, "isOnline" | "departmentFor">;
}

/**
 * The conversation's rules: who may say what, and what then happens. Each verb asks the store first and announces after
 * the commit, so that whatever anybody sees is on disk. The live conversations are kept at hand (the store remains the truth).
 */
export class Conversations {
  readonly #parts: Parts;
  /** Those that are under way. */
  readonly live = new LiveConversations();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads the live conversations; once, before anybody connects. */
  async load(): Promise<void> {
    for (const conversation of await this.#parts.store.liveConversations()) this.live.learn(conversation);
  }

  /** The conversation, wherever it is. */
  async find(id: string): Promise<Conversation | undefined> {
    return this.live.get(id) ?? (await this.#parts.store.conversation(id));
  }

  /** What has been talked with this visitor before, newest first. */
  async ofVisitor(site: string, visitor: number): Promise<Conversation[]> {
    return this.#parts.store.conversationsOfVisitor(site, visitor, this.#parts.bounds.rememberedPerVisitor);
  }

  /** A visitor's message. Without a live conversation it requests one. */
  async sayAsVisitor(
    who: VisitorIdentity,
    said: { id: string; conversation?: string; text: string; department?: string },
  ): Promise<Message> {
    const { world, store, bounds } = this.#parts;
    const text = checkText(said.text, bounds.textLength);
    const at = world.now();
    const { site, visitor } = who;
    const draft: MessageDraft = { id: said.id, author: { kind: "visitor" }, at, body: { kind: "text", text } };
    const { conversation } = said;
    if (conversation !== undefined)
      return this.#appended(await store.appendFromVisitor({ site, visitor, draft, conversation }));
    const asked = this.#asked(site, said.department);
    const opening: Opening = { id: world.newId(), site, visitor, ...naming(who), ...asked, at };
    const isOnline = this.#parts.availability.isOnline(site, asked.department);
    const open = isOnline ? { open: opening } : {};
    return this.#appended(
      await store.appendFromVisitor({ site, visitor, draft, requestedEventId: world.newId(), ...open }),
    );
  }

  /** An operator's message, in the chat that this operator has accepted. */
  async sayAsOperator(who: OperatorIdentity, said: { id: string; conversation: string; body: Body }): Promise<Message> {
    const { world, store } = this.#parts;
    const result = await store.append({
      conversation: said.conversation,
      draft: { id: said.id, author: { kind: "operator", ...who }, at: world.now(), body: said.body },
      when: ["open"],
      operator: who.id,
    });
    return this.#appended(result);
  }

  /** The visitor's side tells how a push came out; kept as an entry of its own, so that no operator misses it. */
  async pushed(
    who: VisitorIdentity,
    told: { id: string; conversation: string; seq: number; result: PushResult },
  ): Promise<Message> {
    const { world, store } = this.#parts;
    const conversation = await this.#ofVisitor(who, told.conversation);
    const [push] = await store.messagesAfter(conversation.id, told.seq - 1, 1);
    if (push?.seq !== told.seq || push.body.kind !== "push")
      throw new ChatError("not-found", "There is no such pushed page.");
    const result = await store.append({
      conversation: conversation.id,
      draft: {
        id: told.id,
        author: { kind: "visitor" },
        at: world.now(),
        body: { kind: "pushed", seq: told.seq, result: told.result },
      },
      when: ["open"],
    });
    return this.#appended(result);
  }

  /** A request on behalf of a visitor who accepted an invitation; its first message is the invitation's sentence. */
  async requestByInvitation(who: VisitorIdentity, inviter: OperatorIdentity, sentence: string): Promise<Conversation> {
    const { world, store } = this.#parts;
    const at = world.now();
    const drafts: MessageDraft[] = [
      { id: world.newId(), author: { kind: "system" }, at, body: { kind: "event", event: "invited" } },
    ];
    if (sentence !== "") {
      const author = { kind: "operator", ...inviter } as const;
      drafts.push({ id: world.newId(), author, at, body: { kind: "text", text: sentence } });
    }
    const result = await store.request(
      { id: world.newId(), site: who.site, visitor: who.visitor, ...naming(who), at },
      drafts,
    );
    this.announce(result.conversation, result.stored, result.opened);
    return result.conversation;
  }

  /** Exactly one operator wins; the others are told who. */
  async accept(who: OperatorIdentity, id: string): Promise<Conversation> {
    const { store } = this.#parts;
    const result = await store.acceptConversation({
      conversation: id,
      operator: who,
      event: this.#event("accepted", { kind: "operator", ...who }),
    });
    if (result.won) {
      this.announce(result.conversation, result.stored, result.stored.length > 0);
      return result.conversation;
    }
    switch (result.reason) {
      case "not-found":
        throw new ChatError("not-found", "This request is not there any more.");
      case "ended":
        throw new ChatError("conversation-ended", "The visitor has left, or the chat has ended.");
      case "taken": {
        const by = result.conversation?.operator?.name ?? "Another operator";
        throw new ChatError("already-accepted", `${by} accepted this chat first.`, by);
      }
    }
  }

  /** Ends the chat, from either side. */
  async end(id: string, by: OperatorIdentity | VisitorIdentity): Promise<void> {
    if ("visitor" in by) {
      await this.#ofVisitor(by, id);
      await this.#end(id, this.#event("ended", { kind: "visitor" }));
      return;
    }
    const conversation = await this.find(id);
    if (conversation?.operator !== undefined && conversation.operator.id !== by.id) {
      throw new ChatError("not-allowed", `${conversation.operator.name} has this chat; only they can end it.`);
    }
    await this.#end(id, this.#event("ended", { kind: "operator", id: by.id, name: by.name }));
  }

  /** Ends what goes on with a visitor who is kept out from now on. */
  async endOf(site: string, visitor: number): Promise<void> {
    const live = this.live.of(site, visitor);
    if (live !== undefined) await this.#end(live.id, this.#event(live.status === "requesting" ? "missed" : "ended"));
  }

  /** A message for when nobody is online. */
  async leave(
    who: VisitorIdentity & { name: string; email: string },
    left: { id: string; text: string; department?: string },
  ): Promise<Conversation> {
    const { world, store, bounds } = this.#parts;
    const text = checkText(left.text, bounds.textLength);
    const at = world.now();
    // The conversation takes the message's id, so that leaving it twice is leaving it once.
    const asked = this.#asked(who.site, left.department);
    const opening: Opening = { id: left.id, site: who.site, visitor: who.visitor, ...naming(who), ...asked, at };
    const draft: MessageDraft = { id: left.id, author: { kind: "visitor" }, at, body: { kind: "text", text } };
    const result = await store.leaveMessage(opening, draft);
    this.announce(result.conversation, result.stored, true);
    return result.conversation;
  }

  /** How far one side has got. */
  async mark(id: string, side: "visitor" | "operator", marks: Marks): Promise<void> {
    const { store, bus } = this.#parts;
    const known = this.live.get(id);
    if (known === undefined) return; // what has ended needs no more marks
    const key = side === "visitor" ? "visitorMarks" : "operatorMarks";
    const raised = raise(known[key], marks, known.lastSeq);
    if (raised.delivered === known[key].delivered && raised.seen === known[key].seen) return;
    const conversation = await store.mark(id, side, raised);
    if (conversation === undefined) return;
    const { site, visitor, visitorMarks, operatorMarks } = conversation;
    const live = this.live.get(id);
    if (live !== undefined) this.live.learn({ ...live, visitorMarks, operatorMarks });
    bus.announce({ type: "marks", conversation: id, site, visitor, visitorMarks, operatorMarks });
  }

  /** @param more what the visitor is writing, if operators are to see it, or which operator types; never kept */
  typing(
    id: string,
    by: "visitor" | "operator",
    typing: boolean,
    more: { text?: string; operator?: OperatorIdentity } = {},
  ): void {
    const known = this.live.get(id);
    if (known === undefined) return;
    this.#parts.bus.announce({
      type: "typing",
      conversation: id,
      site: known.site,
      visitor: known.visitor,
      by,
      typing,
      ...more,
    });
  }

  /** What a client misses, and whether there is more. */
  async messagesAfter(id: string, after: number): Promise<{ messages: Message[]; more: boolean }> {
    const most = this.#parts.bounds.messagesPerPage;
    const messages = await this.#parts.store.messagesAfter(id, after, most + 1);
    return { messages: messages.slice(0, most), more: messages.length > most };
  }

  /** What was said before, and whether there is anything before that. */
  async messagesBefore(id: string, before: number): Promise<{ messages: Message[]; hasEarlier: boolean }> {
    const messages = await this.#parts.store.messagesBefore(id, before, this.#parts.bounds.messagesPerPage);
    return { messages, hasEarlier: (messages[0]?.seq ?? 1) > 1 };
  }

  /** Writes into an open chat that its visitor has left the site, or is back. */
  async presenceChanged(id: string, event: "visitor-left" | "visitor-back"): Promise<void> {
    const result = await this.#parts.store.append({ conversation: id, draft: this.#event(event), when: ["open"] });
    if (result.ok) this.announce(result.conversation, result.stored, false);
  }

  /** Ends what its visitor has left behind: a request as missed, a chat as ended. `goneSince` tells since when, if at all. */
  async sweep(goneSince: (conversation: Conversation) => number | undefined): Promise<void> {
    const { world, bounds } = this.#parts;
    for (const conversation of this.live.all()) {
      const since = goneSince(conversation);
      if (since === undefined) continue;
      const requesting = conversation.status === "requesting";
      const gone = world.now() - since;
      if (gone < (requesting ? bounds.missAfterGoneMs : bounds.endAfterGoneMs)) continue;
      await this.#end(conversation.id, this.#event(requesting ? "missed" : "ended"));
    }
  }

  /** The department that a visitor asks. */
  #asked(site: string, wished: string | undefined): { department?: string } {
    const department = this.#parts.availability.departmentFor(site, wished);
    return department === undefined ? {} : { department };
  }

  /** The visitor's own conversation, live or not. */
  async #ofVisitor(who: VisitorIdentity, id: string): Promise<Conversation> {
    const conversation = await this.find(id);
    if (conversation === undefined || conversation.visitor !== who.visitor || conversation.site !== who.site) {
      throw new ChatError("not-found", "There is no such chat.");
    }
    return conversation;
  }

  async #end(id: string, event: MessageDraft): Promise<void> {
    const { conversation, stored } = await this.#parts.store.endConversation({ conversation: id, event });
    if (conversation === undefined) throw new ChatError("not-found", "There is no such chat.");
    this.announce(conversation, stored, stored.length > 0);
  }

  #event(event: ChatEvent, author: Author = { kind: "system" }): MessageDraft {
    const { world } = this.#parts;
    return { id: world.newId(), author, at: world.now(), body: { kind: "event", event } };
  }

  #appended(result: AppendResult): Message {
    if (result.ok) {
      this.announce(result.conversation, result.stored, result.stored.length > 1);
      return must(result.message, "the stored message");
    }
    switch (result.reason) {
      case "none-live":
        throw new ChatError("nobody-online", "Nobody is online to answer just now. Please leave a message.");
      case "ended":
        throw new ChatError("conversation-ended", "This chat has ended.");
      case "wrong-state":
        throw new ChatError("not-allowed", "Accept the chat first.");
      case "not-yours": {
        const by = result.conversation?.operator?.name ?? "Another operator";
        throw new ChatError("not-allowed", `${by} has this chat.`, by);
      }
      case "not-found":
        throw new ChatError("not-found", "There is no such chat.");
    }
  }

  /** Says what a verb of the store has done, once it is on disk. */
  announce(conversation: Conversation, stored: Message[], changed: boolean): void {
    this.live.learn(conversation);
    const { bus } = this.#parts;
    if (changed) bus.announce({ type: "conversation", conversation });
    if (stored.length > 0) bus.announce({ type: "messages", conversation, messages: stored });
  }
}

function naming(who: VisitorIdentity): { visitorName?: string; visitorEmail?: string } {
  return {
    ...(who.name === undefined ? {} : { visitorName: who.name }),
    ...(who.email === undefined ? {} : { visitorEmail: who.email }),
  };
}
