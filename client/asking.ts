import { BAD_MESSAGE } from "../protocol/close.ts";
import { type Ack, Outbox, type OutboxStore, Refused } from "./outbox.ts";
import type { RefusalCode } from "../protocol/message.ts";
import type { Asker, LineSocket, Wire } from "./wire.ts";

export interface AskingOptions<Question> {
  /** Where what was asked outlives the page. */
  outbox?: OutboxStore;
  /** Every answer to a message that was asked, also to one from an earlier page that no promise waits for any more. */
  onSettled?: (message: Question, result: Ack | Refused) => void;
}

/** How the server answers. */
type Answer =
  | ({ type: "ack" } & Ack)
  | { type: "refused"; id?: string; code: RefusalCode; sentence: string; by?: string };

/**
 * What is asked over a wire: kept until the server answers, and after every `welcome` sent again in the order in which it was
 * asked, before anything new. A wire may be long online before somebody begins to ask over it, with `wire.serve(asking)`.
 */
export class Asking<Out extends { type: string }, In extends { type: string }> implements Asker<In> {
  readonly #wire: Wire<Out, In>;
  readonly #outbox: Outbox<Out & { id: string }>;
  readonly #onSettled: AskingOptions<Out & { id: string }>["onSettled"];

  constructor(wire: Wire<Out, In>, { outbox, onSettled }: AskingOptions<Out & { id: string }>) {
    this.#wire = wire;
    this.#outbox = new Outbox(outbox);
    this.#onSettled = onSettled;
  }

  /** Best effort, as the wire's own. */
  tell(message: Out): void {
    this.#wire.tell(message);
  }

  /** Keeps the message and sends it, again after each reconnection, until the server has answered. Rejects with `Refused`. */
  ask(message: Out & { id: string }): Promise<Ack> {
    const answer = this.#outbox.keep(message);
    this.flush();
    return answer;
  }

  /** What was asked and not answered yet, in order. */
  unsent(): readonly (Out & { id: string })[] {
    return this.#outbox.messages();
  }

  /** Sends what was asked and is not on this connection yet, as far as the socket has room. */
  flush(): void {
    const { socket, frameBytes } = this.#wire;
    for (const entry of this.#outbox.kept.values()) {
      if (!this.#wire.hasRoom) return;
      if (entry.sentOn === socket) continue;
      entry.sentOn = socket;
      // A frame too large would make the server hang up, now and after every reconnection.
      if (new TextEncoder().encode(JSON.stringify(entry.message)).length <= frameBytes) this.#wire.tell(entry.message);
      else this.#settle(entry.message.id, new Refused("too-long"));
    }
  }

  hear(frame: In): boolean {
    const answer = frame as unknown as Answer;
    if (answer.type === "ack") return this.#settle(answer.id, answer);
    if (answer.type !== "refused") return false;
    return this.#settle(answer.id, new Refused(answer.code, answer.sentence, answer.by));
  }

  /** What the server could not read must not be what it gets next time, or there is no end to it. */
  lost(socket: LineSocket | undefined, code: number): void {
    if (code !== BAD_MESSAGE) return;
    for (const { message, sentOn } of this.#outbox.kept.values())
      if (sentOn === socket) this.#settle(message.id, new Refused("bad-message"));
  }

  /** @returns whether somebody had asked. */
  #settle(id: string | undefined, result: Ack | Refused): boolean {
    const message = this.#outbox.settle(id, result);
    if (message !== undefined) this.#onSettled?.(message, result);
    return message !== undefined;
  }
}
