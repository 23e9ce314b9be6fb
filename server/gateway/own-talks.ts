import type { OperatorIdentity } from "../../chat/conversations.ts";
import type { TalkMessage } from "../../chat/talk.ts";
import type { TalkPart, Talks } from "../../chat/talks.ts";
import type { FromOperator } from "../../protocol/operator-to-server.ts";
import type { Talk as TalkFrame, ToOperator } from "../../protocol/server-to-operator.ts";
import { talkForOperator, talkMessageForOperator } from "./present.ts";

/** What a window may say about its operator's talks with colleagues. */
export type TalkWord = Extract<
  FromOperator,
  { type: "say" | "talk-open" | "talk-earlier" | "talk-mark" | "talk-typing" }
>;

/** The talks of one operator with colleagues, as one window of the console sees them. Every word names the colleague, so that no talk of others can be named. */
export class OwnTalks {
  readonly #talks: Talks;
  readonly #who: OperatorIdentity;
  readonly #send: (frame: ToOperator) => void;

  constructor(talks: Talks, who: OperatorIdentity, send: (frame: ToOperator) => void) {
    this.#talks = talks;
    this.#who = who;
    this.#send = send;
  }

  /** For `welcome`. */
  async all(): Promise<TalkFrame[]> {
    return (await this.#talks.of(this.#who.id)).map((talk) => talkForOperator(talk, this.#who.id));
  }

  say({ id, to, text }: Extract<TalkWord, { type: "say" }>): Promise<TalkMessage> {
    return this.#talks.say(this.#who, { id, to, text });
  }

  async hear(word: Exclude<TalkWord, { type: "say" }>): Promise<void> {
    const { id } = this.#who;
    switch (word.type) {
      case "talk-open":
        return this.#tell(word.with, await this.#talks.after(id, word.with, word.after));
      case "talk-earlier":
        return this.#tell(word.with, await this.#talks.before(id, word.with, word.before));
      case "talk-mark":
        return this.#talks.mark(id, word.with, word);
      case "talk-typing":
        return this.#talks.typing(id, word.with, word.typing);
    }
  }

  #tell(colleague: string, { messages, more, hasEarlier }: TalkPart): void {
    this.#send({
      type: "talk-messages",
      with: colleague,
      messages: messages.map(talkMessageForOperator),
      more,
      ...(hasEarlier !== undefined && { hasEarlier }),
    });
  }
}
