import { newId } from "../client/id.ts";
import { Refused } from "../client/line.ts";
import type { Message } from "../protocol/message.ts";
import type { OperatorConversation, ToOperator } from "../protocol/server-to-operator.ts";
import { SimulatedOperator } from "./simulated-operator.ts";
import { GOODBYE } from "./soak-visit.ts";

export interface DeskOptions {
  server: string;
  cookie: string;
  siteId: string;
  /** Which of how many desks: each accepts the requests of its own part. */
  index: number;
  of: number;
}

const SORTED_BY = ["location", "arrived", "visitor", "pages"] as const;
/** Of so many moves one does something else than to look at the list. */
const RESTS = 10;

/** An operator who looks at the list, accepts every request of their part, answers each message, and ends the chat when that is asked for. */
export class SoakDesk {
  readonly #options: DeskOptions;
  readonly #operator: SimulatedOperator;
  readonly #answered = new Map<string, number>();
  #visitors: readonly number[] = [];
  #moves = 0;
  /** Messages that were answered. */
  answers = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    const { server, cookie } = options;
    this.#operator = new SimulatedOperator({ server, cookie, onFrame: (frame) => this.#hear(frame) });
  }

  start(): void {
    this.#operator.line.start();
  }

  stop(): void {
    this.#operator.line.stop();
  }

  /** What an operator does from time to time: sorts the list by something else, invites, notes something, or opens the console anew. */
  move(): void {
    this.#moves += 1;
    const { line } = this.#operator;
    const { siteId: site } = this.#options;
    this.#look();
    const visitor = this.#visitors[this.#moves % (this.#visitors.length + 1)];
    if (visitor === undefined) return;
    if (this.#moves % 2 === 0) this.#may(line.ask({ type: "invite", id: newId(), site, visitor }));
    else this.#may(line.ask({ type: "note", id: newId(), site, visitor, text: "Looks at tents." }));
    if (this.#moves % RESTS !== 0) return;
    line.stop();
    line.start();
  }

  #look(): void {
    const by = SORTED_BY[this.#moves % SORTED_BY.length] ?? "location";
    const { siteId: site } = this.#options;
    const filter = { text: this.#moves % 3 === 0 ? "tent" : "", statuses: [] };
    this.#operator.line.tell({
      type: "window",
      window: { site, filter, sort: { by, descending: false }, first: 0, count: 50 },
    });
  }

  #hear(frame: ToOperator): void {
    if (frame.type === "welcome") {
      this.#look();
      for (const conversation of frame.conversations) this.#consider(conversation);
    }
    if (frame.type === "conversation") this.#consider(frame.conversation);
    if (frame.type === "rows") this.#visitors = frame.rows.map(({ visitor }) => visitor);
    if (frame.type === "messages") this.#answer(frame.conversation, frame.messages);
  }

  #consider({ id, visitor, status }: OperatorConversation): void {
    if (status === "ended" || status === "left") {
      this.#operator.shut(id);
      this.#answered.delete(id);
    } else if (status === "requesting" && visitor % this.#options.of === this.#options.index) {
      this.#may(this.#operator.accept(id));
    } else if (status === "open") {
      // What was written before it was one's own, or while this window was away.
      this.#answer(id, this.#operator.messages(id));
    }
  }

  #answer(conversation: string, messages: readonly Message[]): void {
    const { status, operator, visitor } = this.#operator.conversations.get(conversation) ?? {};
    if (status !== "open" || operator === undefined || visitor === undefined) return;
    if (visitor % this.#options.of !== this.#options.index) return;
    const last = this.#answered.get(conversation) ?? 0;
    for (const { seq, author, body } of messages) {
      if (seq <= last || author.kind !== "visitor" || body.kind !== "text") continue;
      this.#answered.set(conversation, seq);
      this.answers += 1;
      if (body.text === GOODBYE) this.#may(this.#operator.line.ask({ type: "end", id: newId(), conversation }));
      else this.#may(this.#operator.say(conversation, "Yes, two of 60 cm."));
    }
  }

  /** The visitor may be gone by now, or a chat over; anything else is a fault of the run. */
  #may(asked: Promise<unknown>): void {
    asked.catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  }
}
