import { Asking, type AskingOptions } from "./asking.ts";
import { type Ack, type OutboxStore, Refused } from "./outbox.ts";
import { type LineSocket, type LineState, Wire, type WireOptions } from "./wire.ts";

export { type Ack, type LineSocket, type LineState, type OutboxStore, Refused };

export type LineOptions<Out, In> = WireOptions<Out, In> & AskingOptions<Out & { id: string }>;

/** A wire over which one can ask from the start: what is asked is kept until the server has answered. */
export class Line<Out extends { type: string }, In extends { type: string }> extends Wire<Out, In> {
  readonly #asking: Asking<Out, In>;

  constructor(options: LineOptions<Out, In>) {
    super(options);
    this.#asking = new Asking(this, options);
    this.serve(this.#asking);
  }

  /** Keeps the message and sends it, again after each reconnection, until the server has answered. Rejects with `Refused`. */
  ask(message: Out & { id: string }): Promise<Ack> {
    return this.#asking.ask(message);
  }

  /** What was asked and not answered yet, in order. */
  unsent(): readonly (Out & { id: string })[] {
    return this.#asking.unsent();
  }
}
