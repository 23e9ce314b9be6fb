import type { Bus } from "./bus.ts";
import { type Conversation, isLive } from "./conversation.ts";
import type { OperatorIdentity } from "./conversations.ts";
import { ChatError } from "./error.ts";
import type { LiveConversations } from "./live-conversations.ts";
import { type Candidate, choose, type QueueRule } from "./queue-rule.ts";
import { type QueueState, UNQUEUED } from "./queue-state.ts";
import type { World } from "./world.ts";

interface Entry {
  conversation: Conversation;
  state: QueueState;
  /** Who asked the visitor for it. */
  preferred: string | undefined;
  /** Who has had the offer in this round, and until when they are to be left in peace with it. */
  asked: Map<string, number>;
  rounds: number;
  /** Operators who are taking it at this moment: until the store has decided it goes nowhere. */
  takers: string[];
  /** What was announced last. */
  told: QueueState;
  place: number | undefined;
}

type Place = Pick<Conversation, "site" | "visitor">;

interface Parts {
  world: World;
  bus: Bus;
  live: LiveConversations;
  /** The rule for a request; `off` for none. */
  ruleFor(conversation: Conversation): QueueRule;
  /** Who is online and answers such requests. */
  staffFor(conversation: Conversation): readonly OperatorIdentity[];
  /** Whoever lets so many offers run out in a row is announced as not answering; 0 = nobody is. */
  unansweredOffers: number;
}

/** So often an offer goes round before the request calls everybody. */
const ROUNDS = 3;

/**
 * Hands requests out: each to one operator at a time, the longest-waiting first. Like presence it is of the moment: it is made
 * again from the live conversations and from who is there. `update` is to be called after whatever it depends on has changed, and about every second.
 */
export class Queue {
  readonly #parts: Parts;
  /** By conversation. */
  readonly #entries = new Map<string, Entry>();
  /** When an operator's last chat began or ended. */
  readonly #busyAt = new Map<string, number>();
  /** By lane: to whom the last offer went. */
  readonly #last = new Map<string, string>();
  /** By operator: how many offers in a row have run out. */
  readonly #unanswered = new Map<string, number>();
  /** By visitor: who has asked for the request that is under way. */
  readonly #preferred = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes note of a conversation that began or changed. */
  learn(conversation: Conversation): void {
    const { id, operator, status } = conversation;
    const known = this.#entries.get(id);
    if (status === "requesting") {
      if (known === undefined) this.#entries.set(id, newEntry(conversation, this.#preferred.get(keyOf(conversation))));
      else known.conversation = conversation;
      return;
    }
    const isNews = this.#entries.delete(id) || !isLive(conversation);
    if (operator !== undefined && isNews) this.#busyAt.set(operator.id, this.#parts.world.now());
  }

  /** What this visitor requests while `act` is under way is offered to the operator who asked for it, before all others. */
  async preferring(place: Place, operator: string, act: () => Promise<unknown>): Promise<void> {
    const key = keyOf(place);
    this.#preferred.set(key, operator);
    try {
      await act();
    } finally {
      this.#preferred.delete(key);
    }
  }

  /** How a request stands; `unqueued` also for what is not known. */
  state(conversation: string): QueueState {
    return this.#entries.get(conversation)?.state ?? UNQUEUED;
  }

  /** The place of a request in its queue, from 1; undefined where there is none. */
  place(conversation: string): number | undefined {
    return this.#entries.get(conversation)?.place;
  }

  /** Somebody sits there, or nobody is expected to: the count of what runs out begins anew. */
  answers(operator: string): void {
    this.#unanswered.delete(operator);
  }

  /** The operator does not want it: the next one is asked. */
  decline(operator: string, conversation: string): void {
    this.answers(operator);
    const entry = this.#entries.get(conversation);
    if (entry?.state.kind !== "offered" || entry.state.to.id !== operator)
      throw new ChatError("not-offered", "This request is not offered to you any more.");
    if (entry.takers.includes(operator)) return;
    entry.asked.set(operator, this.#parts.world.now() + this.#parts.ruleFor(entry.conversation).answerMs);
    entry.state = { kind: "waits" };
    this.update();
  }

  /** Takes a request by `accept`, unless another operator holds the offer. `mayTakeAny`: whoever holds it. */
  async take<T>(
    who: OperatorIdentity,
    { conversation, mayTakeAny }: { conversation: string; mayTakeAny: boolean },
    accept: () => Promise<T>,
  ): Promise<T> {
    this.answers(who.id);
    const entry = this.#entries.get(conversation);
    if (entry === undefined) return accept();
    if (!mayTakeAny) refuseUnlessTheirs(who, entry.state);
    entry.takers.push(who.id);
    try {
      return await accept();
    } finally {
      entry.takers.splice(entry.takers.indexOf(who.id), 1);
      this.update();
    }
  }

  /** Brings offers and places into line with who is there, and announces what changed. */
  update(): void {
    this.#dropAnswered();
    const entries = [...this.#entries.values()].sort(inOrder);
    const chats = this.#chats();
    const silent = new Set<string>();
    for (const entry of entries) this.#review(entry, chats, silent);
    const hands = { chats, full: new Set([...silent, ...handsOf(entries)]) };
    for (const entry of entries)
      if (entry.state.kind === "waits" && entry.takers.length === 0) this.#offer(entry, hands);
    const places = new Map<string, number>();
    for (const entry of entries) this.#tell(entry, places);
  }

  /** An acceptance is known here a moment before it is announced. */
  #dropAnswered(): void {
    for (const id of this.#entries.keys()) {
      const live = this.#parts.live.get(id);
      if (live === undefined) this.#entries.delete(id);
      else if (live.status !== "requesting") this.learn(live);
    }
  }

  /** Takes back what has run out, or what its holder cannot answer any more. `silent` gets those who are to be offered nothing more. */
  #review(entry: Entry, chats: Hands["chats"], silent: Set<string>): void {
    const { conversation, state, takers } = entry;
    const rule = this.#parts.ruleFor(conversation);
    if (rule.rule === "off") {
      entry.state = UNQUEUED;
      entry.asked.clear();
      entry.rounds = 0;
      return;
    }
    if (state.kind === "unqueued") entry.state = { kind: "waits" };
    if (state.kind !== "offered" || takers.length > 0) return;
    const { to, until } = state;
    const hasRunOut = until <= this.#parts.world.now();
    const isThere = this.#parts.staffFor(conversation).some(({ id }) => id === to.id);
    if (!hasRunOut && isThere && chats(to.id) < rule.mostChats) return;
    // Who let it run out has had the time to look at it; who had to go has not been asked.
    if (hasRunOut) entry.asked.set(to.id, 0);
    if (hasRunOut && isThere && this.#isSilent(to.id)) silent.add(to.id);
    entry.state = { kind: "waits" };
  }

  /** Counts what this operator has let run out; true when it was the last of too many, which is announced. */
  #isSilent(operator: string): boolean {
    const { unansweredOffers, bus } = this.#parts;
    const offers = (this.#unanswered.get(operator) ?? 0) + 1;
    this.#unanswered.set(operator, offers);
    if (unansweredOffers === 0 || offers < unansweredOffers) return false;
    this.answers(operator); // who comes back begins anew
    bus.announce({ type: "unanswered", operator, offers });
    return true;
  }

  #offer(entry: Entry, hands: Hands): void {
    const { world, ruleFor, staffFor } = this.#parts;
    const now = world.now();
    const { rule, mostChats, answerMs } = ruleFor(entry.conversation);
    const free: Candidate[] = [];
    for (const { id, name } of staffFor(entry.conversation)) {
      const chats = hands.chats(id);
      if (hands.full.has(id) || chats >= mostChats) continue;
      free.push({ id, name, chats, busyAt: this.#busyAt.get(id) ?? 0 });
    }
    let candidates = free.filter(({ id }) => !entry.asked.has(id));
    if (candidates.length === 0) {
      candidates = free.filter(({ id }) => (entry.asked.get(id) ?? 0) <= now);
      if (candidates.length === 0) return;
      entry.rounds += 1;
      if (entry.rounds >= ROUNDS) {
        entry.state = { kind: "open" };
        return;
      }
      // Those who have declined a moment ago keep their peace in the new round, too.
      for (const [id, until] of entry.asked) if (until <= now) entry.asked.delete(id);
    }
    const lane = laneOf(entry.conversation);
    const chosen =
      candidates.find(({ id }) => id === entry.preferred) ?? choose(rule, candidates, this.#last.get(lane));
    if (chosen === undefined) return;
    this.#last.set(lane, chosen.id);
    hands.full.add(chosen.id);
    entry.state = { kind: "offered", to: { id: chosen.id, name: chosen.name }, since: now, until: now + answerMs };
  }

  #tell(entry: Entry, places: Map<string, number>): void {
    const { conversation, state, told } = entry;
    const { id, site, visitor } = conversation;
    const { bus } = this.#parts;
    const lane = laneOf(conversation);
    const place = state.kind === "unqueued" ? undefined : (places.get(lane) ?? 0) + 1;
    if (place !== undefined) places.set(lane, place);
    if (!isSame(state, told)) {
      entry.told = state;
      bus.announce({ type: "queue", conversation, state });
    }
    if (place === entry.place) return;
    entry.place = place;
    bus.announce({ type: "place", conversation: id, site, visitor, ...(place === undefined ? {} : { place }) });
  }

  /** Counts how many chats each operator has when it is first asked: mostly nobody waits, and nothing is to be counted. */
  #chats(): Hands["chats"] {
    let counts: Map<string, number> | undefined;
    return (operator) => (counts ??= countChats(this.#parts.live.all())).get(operator) ?? 0;
  }
}

interface Hands {
  /** Who holds an offer, is taking a request at this moment, or has just let one too many run out. */
  full: Set<string>;
  chats(operator: string): number;
}

function handsOf(entries: readonly Entry[]): Hands["full"] {
  const full = new Set<string>();
  for (const { state, takers } of entries) {
    if (state.kind === "offered") full.add(state.to.id);
    for (const taker of takers) full.add(taker);
  }
  return full;
}

function newEntry(conversation: Conversation, preferred: string | undefined): Entry {
  const told = UNQUEUED;
  return { conversation, state: told, preferred, asked: new Map(), rounds: 0, takers: [], told, place: undefined };
}

function refuseUnlessTheirs(who: OperatorIdentity, state: QueueState): void {
  if (state.kind === "waits") {
    throw new ChatError("not-offered", "This request waits for its turn; it will be offered to whoever is free.");
  }
  if (state.kind === "offered" && state.to.id !== who.id) {
    const { name } = state.to;
    throw new ChatError(
      "not-offered",
      `This request is offered to ${name} just now; it goes on if ${name} does not answer.`,
      name,
    );
  }
}

function keyOf({ site, visitor }: Place): string {
  return `${site}/${visitor}`;
}

/** Requests that one queue is made of: what a visitor's place counts. */
function laneOf({ site, department }: Conversation): string {
  return department === undefined ? `site ${site}` : `department ${department}`;
}

function inOrder({ conversation: one }: Entry, { conversation: other }: Entry): number {
  return one.requestedAt - other.requestedAt || (one.id < other.id ? -1 : 1);
}

function countChats(conversations: Iterable<Conversation>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { status, operator } of conversations)
    if (status === "open" && operator !== undefined) counts.set(operator.id, (counts.get(operator.id) ?? 0) + 1);
  return counts;
}

function isSame(one: QueueState, other: QueueState): boolean {
  if (one.kind !== "offered" || other.kind !== "offered") return one.kind === other.kind;
  return one.to.id === other.to.id && one.until === other.until;
}
