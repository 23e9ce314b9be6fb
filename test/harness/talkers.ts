import type { SimulatedOperator } from "../../bench/simulated-operator.ts";
import type { SimulatedVisitor } from "../../bench/simulated-visitor.ts";
import { newId } from "../../client/id.ts";
import { type Ack, type OutboxStore, Refused } from "../../client/line.ts";
import type { Message } from "../../protocol/message.ts";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import type { Random } from "./random.ts";
import type { Account, Shop } from "./shop.ts";

/** Something that was asked to be said, and what became of it. */
export interface Said {
  id: string;
  /** The word by which it is known again, in a text or in a pushed address. */
  word: string;
  result?: Ack | Refused;
}

/** More than a line holds up while it is down; beyond it nothing new is said. */
const MOST_UNSENT = 40;

/** One end of the line that talks at random: a tab of a visitor or a window of an operator. Its dice are its own. */
abstract class Talker {
  readonly name: string;
  protected readonly shop: Shop;
  protected readonly random: Random;
  /** In the order in which it was said. */
  readonly said: Said[] = [];
  readonly #byId = new Map<string, Said>();

  constructor(shop: Shop, random: Random, name: string) {
    this.shop = shop;
    this.random = random;
    this.name = name;
  }

  abstract get end(): SimulatedVisitor | SimulatedOperator;
  /** Does one thing or another. */
  abstract step(): void;
  /** The conversations it should have all of, with what it has. */
  abstract holds(): Map<string, readonly Message[]>;

  /** What it has asked for and has no answer to. */
  owed(): Said[] {
    return this.said.filter(({ result }) => result === undefined);
  }

  get isBusy(): boolean {
    return this.end.line.unsent().length >= MOST_UNSENT;
  }

  protected note(): Said {
    const said: Said = { id: newId(), word: `${this.name}-${this.said.length}` };
    this.said.push(said);
    this.#byId.set(said.id, said);
    return said;
  }

  /** One that was acknowledged, to be said again under its id. */
  protected repeatable(): (Said & { result: Ack }) | undefined {
    const said = this.random.pick(this.said);
    return said?.result === undefined || said.result instanceof Refused ? undefined : { ...said, result: said.result };
  }

  /** For `onSettled`. A second answer to one id must be the first one again. */
  protected readonly settled = ({ id }: { id: string }, result: Ack | Refused): void => {
    const said = this.#byId.get(id);
    const before = said?.result;
    if (said === undefined) return;
    said.result ??= result;
    if (before === undefined || before instanceof Refused) return;
    if (result instanceof Refused || result.seq !== before.seq || result.conversation !== before.conversation)
      throw new Error(`${said.word} was answered ${JSON.stringify(before)}, then ${JSON.stringify(result)}.`);
  };
}

/** A tab of a visitor, which now and then moves to the shop's next page, with what it has not sent in its storage. */
export class TalkingTab extends Talker {
  #visitor: SimulatedVisitor;
  readonly #tab = newId();
  #stored: string | null = null;

  constructor(shop: Shop, random: Random, name: string, token?: string) {
    super(shop, random, name);
    this.#visitor = this.#open(token);
  }

  get end(): SimulatedVisitor {
    return this.#visitor;
  }

  holds(): Map<string, readonly Message[]> {
    const { conversation, messages } = this.#visitor;
    return new Map(conversation === undefined ? [] : [[conversation.id, messages]]);
  }

  step(): void {
    const { line, conversation } = this.#visitor;
    const roll = this.random.below(100);
    if (roll < 60) this.#say();
    else if (roll < 68) this.#repeat();
    else if (roll < 72) this.#turnPage();
    else if (roll < 76) line.retryNow();
    else if (roll < 84) this.#visitor.go(`https://shop.example/${roll}`, `Page ${roll}`);
    else if (conversation === undefined) return;
    else if (roll < 86) line.ask({ type: "end", id: newId(), conversation: conversation.id }).catch(refused);
    else if (roll < 92) line.tell({ type: "typing", conversation: conversation.id, typing: this.random.oneIn(2) });
    else {
      const seen = this.random.below(conversation.lastSeq + 1);
      line.tell({ type: "mark", conversation: conversation.id, delivered: conversation.lastSeq, seen });
    }
  }

  #say(): void {
    if (this.isBusy) return;
    const { id, word } = this.note();
    this.#visitor.say(word, id).catch(refused);
  }

  #repeat(): void {
    const said = this.repeatable();
    if (said === undefined || this.isBusy) return;
    // As a page does that had no answer before it was left; what it knew of the conversation then may be more or less.
    const where =
      this.random.oneIn(2) || said.result.conversation === undefined ? {} : { conversation: said.result.conversation };
    this.#visitor.line.ask({ type: "send", id: said.id, ...where, text: said.word }).catch(refused);
  }

  #turnPage(): void {
    const { token } = this.#visitor;
    if (this.random.oneIn(2)) this.#visitor.leave();
    else this.#visitor.line.stop();
    this.#visitor = this.#open(token);
  }

  #open(token: string | undefined): SimulatedVisitor {
    const outbox: OutboxStore = { load: () => this.#stored, save: (text) => (this.#stored = text) };
    const visitor: SimulatedVisitor = this.shop.visitor({
      tab: this.#tab,
      outbox,
      onSettled: this.settled,
      random: () => this.random.fraction() / 4,
      onFrame: (frame) => {
        if (frame.type !== "navigate") return;
        const { conversation, seq } = frame;
        visitor.line.ask({ type: "pushed", id: newId(), conversation, seq, result: "loaded" }).catch(refused);
      },
      ...(token === undefined ? {} : { token }),
    });
    return visitor;
  }
}

/** A window of an operator, which accepts what it can. */
export class TalkingWindow extends Talker {
  readonly #account: Account;
  readonly #operator: SimulatedOperator;

  constructor(shop: Shop, random: Random, name: string, account: Account) {
    super(shop, random, name);
    this.#account = account;
    this.#operator = shop.operator(account, {
      onSettled: this.settled,
      random: () => this.random.fraction() / 4,
    });
  }

  get end(): SimulatedOperator {
    return this.#operator;
  }

  holds(): Map<string, readonly Message[]> {
    return new Map([...this.#operator.opened()].map((id) => [id, this.#operator.messages(id)]));
  }

  step(): void {
    const { line, conversations } = this.#operator;
    const known = [...conversations.values()];
    const requesting = this.random.pick(known.filter(({ status }) => status === "requesting"));
    if (requesting !== undefined && this.random.oneIn(2)) {
      this.#operator.accept(requesting.id).catch(refused);
      return;
    }
    const mine = this.random.pick(
      known.filter(({ status, operator }) => status === "open" && operator?.id === this.#account.me.id),
    );
    const theirs = this.random.pick(
      known.filter(({ status, operator }) => status === "open" && operator?.id !== this.#account.me.id),
    );
    const roll = this.random.below(100);
    if (roll < 4) line.retryNow();
    else if (roll < 10) this.#take(theirs);
    else if (mine === undefined) return;
    else if (roll < 56) this.#say(mine.id);
    else if (roll < 66) this.#correct(mine.id);
    else if (roll < 75) this.#repeat();
    else if (roll < 78) line.ask({ type: "end", id: newId(), conversation: mine.id }).catch(refused);
    else if (roll < 88) line.tell({ type: "typing", conversation: mine.id, typing: this.random.oneIn(2) });
    else line.tell({ type: "mark", conversation: mine.id, delivered: mine.lastSeq, seen: mine.lastSeq });
  }

  #say(conversation: string): void {
    if (this.isBusy) return;
    const { id, word } = this.note();
    const draft = this.random.oneIn(10)
      ? ({ kind: "url", url: `https://shop.example/${word}` } as const)
      : ({ kind: "text", text: word } as const);
    this.#operator.send(conversation, draft, id).catch(refused);
  }

  /** Has a hand in a colleague's chat: takes it over, joins it or steps out of it. */
  #take(chat: OperatorConversation | undefined): void {
    if (chat?.operator === undefined || this.isBusy) return;
    const wish = { id: newId(), conversation: chat.id };
    const { line } = this.#operator;
    const roll = this.random.below(3);
    if (roll === 0) line.ask({ type: "take-over", from: chat.operator.id, ...wish }).catch(refused);
    else line.ask({ type: roll === 1 ? "join" : "step-out", ...wish }).catch(refused);
  }

  /** Changes something said, so that it is still known by its word, or now and then deletes it. */
  #correct(conversation: string): void {
    const said = this.said.findLast(
      ({ result }) => result !== undefined && !(result instanceof Refused) && result.conversation === conversation,
    );
    const seq = said?.result instanceof Refused ? undefined : said?.result?.seq;
    if (said === undefined || seq === undefined || this.isBusy) return;
    const wish = { id: newId(), conversation, seq };
    const text = `${said.word} (${this.random.below(1_000)})`;
    if (this.random.oneIn(4)) this.#operator.line.ask({ type: "delete", ...wish }).catch(refused);
    else this.#operator.line.ask({ type: "edit", ...wish, draft: { kind: "text", text } }).catch(refused);
  }

  #repeat(): void {
    const said = this.repeatable();
    const { conversation } = said?.result ?? {};
    if (said === undefined || conversation === undefined || this.isBusy) return;
    this.#operator.send(conversation, { kind: "text", text: said.word }, said.id).catch(refused);
  }
}

/** Refusals are looked at where they are settled; here only a bug is left. */
function refused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
