import type { ChatBounds } from "./bounds.ts";
import { checkLine } from "./check-text.ts";
import type { Conversation, Person, Transfer } from "./conversation.ts";
import type { Conversations } from "./conversations.ts";
import { ChatError } from "./error.ts";
import type { OperatorStatus } from "./event.ts";
import type { Store } from "./store.ts";
import type { Take, TakeRefusal } from "./take.ts";
import type { World } from "./world.ts";

interface Parts {
  world: World;
  store: Store;
  bounds: ChatBounds;
  conversations: Conversations;
  /** Whether an operator is there. */
  status(operator: string): OperatorStatus;
}

/** Something that an operator asks for in one conversation; `id` is the operator's own, so that asking twice is asking once. */
interface Wish {
  id: string;
  conversation: string;
}

/** Chats that change hands: taken over, joined, offered to a colleague. Each is one verb of the store and an entry of the conversation. */
export class Takes {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes a colleague's chat. Of several who do so at once exactly one wins. */
  async takeOver(who: Person, wish: Wish & { from: string }): Promise<void> {
    await this.#take(who, wish, { take: "over", from: wish.from });
  }

  /** To write in a colleague's chat as well. */
  async join(who: Person, wish: Wish): Promise<void> {
    await this.#take(who, wish, { take: "join" });
  }

  async stepOut(who: Person, wish: Wish): Promise<void> {
    await this.#take(who, wish, { take: "step-out" });
  }

  /** Offers one's chat to a colleague or a department, with a word that no visitor gets. */
  async offer(who: Person, wish: Wish & Pick<Transfer, "to" | "department"> & { word: string }): Promise<void> {
    const { bounds, world, status } = this.#parts;
    const { to, department } = wish;
    const word = checkLine(wish.word, bounds.textLength);
    if ((to === undefined) === (department === undefined))
      throw new ChatError("bad-message", "Say to whom: an operator, or a department.");
    if (to?.id === who.id) throw new ChatError("not-allowed", "This is your chat already.");
    if (to !== undefined && status(to.id) === "offline")
      throw new ChatError("operator-gone", `${to.name} is not signed in just now.`, to.name);
    const transfer: Transfer = {
      from: who,
      ...(to !== undefined && { to }),
      ...(department !== undefined && { department }),
      word,
      at: world.now(),
    };
    await this.#take(who, wish, { take: "offer", transfer });
  }

  /** Takes what is offered. Of several of a department exactly one wins. */
  async accept(who: Person, wish: Wish & { departments: readonly string[] }): Promise<void> {
    await this.#take(who, wish, { take: "accept", departments: wish.departments });
  }

  /** Says no to what is offered; the chat stays where it is. */
  async handBack(who: Person, wish: Wish): Promise<void> {
    await this.#take(who, wish, { take: "hand-back" });
  }

  /** Offers it no more. */
  async withdraw(who: Person, wish: Wish): Promise<void> {
    await this.#take(who, wish, { take: "withdraw" });
  }

  /** Takes a chat from who has it, and has `why` said in it. It changes nothing if they have it no more. */
  async release(
    who: Person,
    conversation: string,
    release: Omit<Extract<Take, { take: "release" }>, "take">,
  ): Promise<void> {
    await this.#take(who, { id: this.#parts.world.newId(), conversation }, { take: "release", ...release });
  }

  async #take(who: Person, { id, conversation }: Wish, wish: Take): Promise<void> {
    const { store, conversations, world } = this.#parts;
    const entry = { id, at: world.now() };
    const result = await store.take({ conversation, operator: who, wish, entry });
    if (!result.won) throw refusalOf(result.reason, result.conversation);
    conversations.announce(result.conversation, result.stored, result.stored.length > 0);
  }
}

function refusalOf(reason: TakeRefusal, conversation: Conversation | undefined): ChatError {
  const by = conversation?.operator?.name ?? "Another operator";
  switch (reason) {
    case "not-found":
      return new ChatError("not-found", "There is no such chat.");
    case "ended":
      return new ChatError("conversation-ended", "This chat has ended.");
    case "wrong-state":
      return new ChatError("not-allowed", "Nobody has this chat yet: accept it.");
    case "taken":
      return new ChatError("already-taken", `${by} took this chat first.`, by);
    case "over":
      return new ChatError("transfer-over", `This chat is not offered to you any more: ${by} has it.`, by);
    case "not-yours":
      return new ChatError("not-allowed", `${by} has this chat.`, by);
    case "holder":
      return new ChatError("not-allowed", "This is your chat: transfer it to a colleague, or end it.");
  }
}
