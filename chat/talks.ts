import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkText } from "./check-text.ts";
import type { Marks } from "./conversation.ts";
import type { OperatorIdentity } from "./conversations.ts";
import { ChatError } from "./error.ts";
import type { Store } from "./store.ts";
import { pairOf, type Talk, type TalkMessage } from "./talk.ts";
import type { World } from "./world.ts";

/** A part of a talk's messages, and whether there are more after its last and, where it is read backwards, before its first. */
export interface TalkPart {
  messages: TalkMessage[];
  more: boolean;
  hasEarlier?: boolean;
}

/** What operators write to each other. Each may write to each; a talk is nobody's but those two's, and is read by them alone. */
export class Talks {
  readonly #parts: { world: World; store: Store; bus: Bus; bounds: ChatBounds };

  constructor(parts: { world: World; store: Store; bus: Bus; bounds: ChatBounds }) {
    this.#parts = parts;
  }

  /** Says something to a colleague, who reads it now or later. */
  async say(who: OperatorIdentity, said: { id: string; to: string; text: string }): Promise<TalkMessage> {
    const { world, store, bus, bounds } = this.#parts;
    if (said.to === who.id) throw new ChatError("not-allowed", "This is you: choose a colleague to chat with.");
    const text = checkText(said.text, bounds.textLength);
    const author = { id: who.id, name: who.name };
    const result = await store.say(said.to, { id: said.id, author, at: world.now(), text });
    if (!result.ok) throw new ChatError("not-found", "There is no such operator any more.");
    if (!result.again) bus.announce({ type: "talk-message", talk: result.talk, message: result.message });
    return result.message;
  }

  /** How far one of the two has got. */
  async mark(operator: string, colleague: string, marks: Marks): Promise<void> {
    const { store, bus } = this.#parts;
    const { talk, raised } = await store.markTalk(operator, colleague, marks);
    if (talk !== undefined && raised) bus.announce({ type: "talk", talk });
  }

  typing(operator: string, colleague: string, typing: boolean): void {
    this.#parts.bus.announce({ type: "talk-typing", from: operator, to: colleague, typing });
  }

  /** All of one operator's, those last written in first. */
  of(operator: string): Promise<Talk[]> {
    return this.#parts.store.talksOf(operator, this.#parts.bounds.talksPerOperator);
  }

  /** What a window misses that has everything up to `after`; of one that has nothing, the last part. */
  async after(operator: string, colleague: string, after: number): Promise<TalkPart> {
    if (after === 0) return this.before(operator, colleague, Number.MAX_SAFE_INTEGER);
    const most = this.#parts.bounds.messagesPerPage;
    const messages = await this.#parts.store.talkAfter(pairOf(operator, colleague), after, most + 1);
    return { messages: messages.slice(0, most), more: messages.length > most };
  }

  /** What was said before. */
  async before(operator: string, colleague: string, before: number): Promise<TalkPart> {
    const most = this.#parts.bounds.messagesPerPage;
    const messages = await this.#parts.store.talkBefore(pairOf(operator, colleague), before, most);
    return { messages, more: false, hasEarlier: (messages[0]?.seq ?? 1) > 1 };
  }
}
