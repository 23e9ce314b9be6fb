import { type Conversation, isLive, isWriter } from "../../chat/conversation.ts";
import type { MessageDraft } from "../../chat/message.ts";
import type { ConversationAppend, VisitorAppend } from "../../chat/store.ts";
import { conversationById } from "./queries/conversations.ts";
import { messageById } from "./queries/messages.ts";
import { toConversation } from "./rows.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import type { Arrived, Call } from "./sqlite-words.ts";
import { first } from "./steps.ts";
import * as steps from "./verbs/arrivals.ts";
import type { Arrival } from "./verbs/arrivals.ts";

/** A conversation that messages have arrived for which are not in their places yet. */
interface Waiting {
  id: string;
  number: number;
  /** Undefined when it must be read again. */
  conversation: Conversation | undefined;
  lastSeq: number;
  arrivals: Arrival[];
  /** In which group the conversation was told. */
  toldIn: number;
}

/** What is frequent and has nothing to do with conversations. Whatever is not named here waits until all is in its place. */
const APART: ReadonlySet<Call[0]> = new Set<Call[0]>([
  "addNote",
  "addSession",
  "countCannedUse",
  "markTalk",
  "reserveVisitorNumbers",
  "say",
  "setPreference",
  "setRemark",
]);

/**
 * Messages that have arrived. In its place a message touches a page of its own in several trees, for each conversation another. So
 * all messages of a group of calls are first kept in one row (the table `arrived`), in the transaction that the senders wait for, and
 * are put into their places afterwards, those of one conversation together. A crash between the two loses and doubles nothing: what is
 * kept and not in its place is taken up again.
 *
 * Only what is plain arrives so: an append to a live conversation, by who may write there, under a new id. All else is left to the
 * verbs, after everything has been put into its place: they need not know of any of this.
 */
export class Arrivals {
  readonly #connection: SqliteConnection;
  /** The longest waiting first. */
  readonly #waiting = new Map<string, Waiting>();
  readonly #ids = new Set<string>();
  /** How many messages are not in their places. */
  #count = 0;
  /** The number under which the last group was kept. */
  #last = 0;
  /** What the group under way has brought. */
  #group: Arrival[] = [];
  /** The first so many conversations are being put into their places; then what is kept up to this number is done with. */
  #round: { conversations: number; last: number } | undefined;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    this.reload();
  }

  get count(): number {
    return this.#count;
  }

  /** Goes by what is in the file alone: after a start, and when a transaction has failed. */
  reload(): void {
    this.#forgetAll();
    const { last, arrivals } = this.#connection.follow(steps.keptArrivals());
    this.#last = last;
    for (const arrival of arrivals) {
      const waiting = this.#find(arrival.conversation);
      if (waiting !== undefined) this.#add(waiting, arrival);
    }
  }

  /** Appends, if it is as plain as that; otherwise undefined, and nothing has changed. */
  take([verb, given]: Call): Arrived | undefined {
    if (verb === "appendFromVisitor") {
      const { conversation, site, visitor, draft } = given[0] as VisitorAppend;
      if (conversation === undefined) return undefined;
      return this.#append(
        conversation,
        draft,
        (found) => found.visitor === visitor && found.site === site && isLive(found),
      );
    }
    if (verb !== "append") return undefined;
    const { conversation, when, operator, draft } = given[0] as ConversationAppend;
    return this.#append(
      conversation,
      draft,
      (found) => when.some((state) => state === found.status) && (operator === undefined || isWriter(found, operator)),
    );
  }

  /** Before any verb: makes the tables say what they would say if nothing arrived first. */
  makeWayFor([verb, given]: Call): void {
    if (verb === "mark") this.#raise(given[0] as string);
    else if (!APART.has(verb)) this.settleAll();
  }

  /** Keeps what the group has brought. To be called before its commit. */
  keep(): void {
    if (this.#group.length > 0) this.#connection.follow(steps.keepArrivals(this.#last + 1, this.#group));
    this.#last += 1;
    this.#group = [];
  }

  /**
   * Goes on with a round, or begins one: puts about so many messages into their places, all of one conversation and then those of the next.
   * @returns whether the round is through.
   */
  settle(most: number): boolean {
    this.#round ??= { conversations: this.#waiting.size, last: this.#last };
    const taken: Waiting[] = [];
    let count = 0;
    for (const waiting of this.#waiting.values()) {
      if (taken.length === this.#round.conversations || count >= most) break;
      taken.push(waiting);
      count += waiting.arrivals.length;
    }
    // In the order of the places, in which the index of words takes all in one piece.
    for (const waiting of taken.sort((a, b) => a.number - b.number)) this.#place(waiting);
    this.#count -= count;
    this.#round.conversations -= taken.length;
    if (this.#round.conversations > 0) return false;
    this.#connection.follow(steps.forgetArrivals(this.#round.last));
    this.#round = undefined;
    return true;
  }

  settleAll(): void {
    if (this.#waiting.size === 0) return;
    this.#round = { conversations: this.#waiting.size, last: this.#last };
    this.settle(Number.POSITIVE_INFINITY);
    this.#group = [];
  }

  #append(id: string, draft: MessageDraft, mayWrite: (found: Conversation) => boolean): Arrived | undefined {
    if (this.#ids.has(draft.id)) return undefined;
    const waiting = this.#find(id);
    if (waiting?.conversation === undefined || !mayWrite(waiting.conversation)) return undefined;
    if (this.#connection.follow(first(messageById, { id: draft.id })) !== undefined) return undefined;
    const seq = waiting.lastSeq + 1;
    const arrival: Arrival = { conversation: id, number: waiting.number, seq, draft };
    this.#add(waiting, arrival);
    this.#group.push(arrival);
    if (waiting.toldIn === this.#last) return { seq };
    waiting.toldIn = this.#last;
    return { seq, conversation: waiting.conversation };
  }

  #add(waiting: Waiting, arrival: Arrival): void {
    waiting.lastSeq = arrival.seq;
    waiting.arrivals.push(arrival);
    this.#ids.add(arrival.draft.id);
    this.#count += 1;
  }

  #place(waiting: Waiting): void {
    this.#raise(waiting.id);
    for (const arrival of waiting.arrivals) {
      this.#connection.follow(steps.placeArrival(arrival));
      this.#ids.delete(arrival.draft.id);
    }
    this.#waiting.delete(waiting.id);
  }

  #find(id: string): Waiting | undefined {
    const known = this.#waiting.get(id);
    if (known?.conversation !== undefined) return known;
    const row = this.#connection.follow(first(conversationById, { id }));
    if (row === undefined) return undefined;
    const conversation = toConversation(row);
    if (known !== undefined) {
      known.conversation = conversation;
      return known;
    }
    const { number, last_seq: lastSeq } = row;
    const waiting: Waiting = { id, number, conversation, lastSeq, arrivals: [], toldIn: -1 };
    this.#waiting.set(id, waiting);
    return waiting;
  }

  /** Makes a conversation's row say which number was given last; somebody is about to change the row. */
  #raise(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#connection.follow(steps.raiseLastSeq(id, waiting.lastSeq));
    waiting.conversation = undefined;
    waiting.toldIn = -1;
  }

  #forgetAll(): void {
    this.#waiting.clear();
    this.#ids.clear();
    this.#count = 0;
    this.#group = [];
    this.#round = undefined;
  }
}
