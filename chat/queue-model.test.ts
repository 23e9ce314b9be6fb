// Whatever visitors, operators and administrators do: no request has two holders, no operator two offers or too many chats,
// nobody waits while somebody is free, and the longest-waiting comes first.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LocalBus } from "../server/bus/local.ts";
import type { Conversation } from "./conversation.ts";
import { LiveConversations } from "./live-conversations.ts";
import { Queue } from "./queue.ts";
import { QUEUE_RULES, type QueueRule } from "./queue-rule.ts";

const OPERATORS = ["maya", "priya", "sam"];
const DEPARTMENTS = ["sales", "help", undefined];
const ANSWER_MS = 30;

const operator = fc.constantFrom(...OPERATORS);
const place = fc.nat({ max: 5 });
const lane = fc.constantFrom(...DEPARTMENTS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("request" as const), department: lane }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.nat({ max: 2 * ANSWER_MS }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("accept" as const), operator, place, any: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("decide" as const), isKept: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("decline" as const), operator }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("come" as const), operator }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("go" as const), operator }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("end" as const), place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("rule" as const),
      department: lane,
      rule: fc.constantFrom(...QUEUE_RULES),
      mostChats: fc.integer({ min: 1, max: 3 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

class Shop {
  now = 1_000;
  #requests = 0;
  readonly live = new LiveConversations();
  readonly #online = new Set(OPERATORS);
  readonly #rules = new Map<string | undefined, QueueRule>();
  /** Acceptances that the store has not decided yet. */
  readonly #pending: { settle: (isKept: boolean) => void; done: Promise<void> }[] = [];
  /** Until when an operator who declined a request is not asked again. */
  readonly #peace = new Map<string, number>();
  readonly #holders = new Map<string, string>();
  /** Who is taking which request at this moment. */
  #taking: { who: string; id: string }[] = [];
  readonly queue: Queue;

  constructor() {
    for (const department of DEPARTMENTS)
      this.#rules.set(department, { rule: "least-busy", mostChats: 2, answerMs: ANSWER_MS });
    this.queue = new Queue({
      world: { now: () => this.now, newId: () => "unused-id" },
      bus: new LocalBus(),
      live: this.live,
      ruleFor: (conversation) => this.#rule(conversation),
      staffFor: (conversation) => this.#staff(conversation),
      unansweredOffers: 0,
    });
  }

  async play(it: Step): Promise<void> {
    const all = [...this.live.all()];
    switch (it.do) {
      case "request": {
        const id = `request-${String((this.#requests += 1)).padStart(3, "0")}`;
        const marks = { visitorMarks: { delivered: 0, seen: 0 }, operatorMarks: { delivered: 0, seen: 0 } };
        const department = it.department === undefined ? {} : { department: it.department };
        const of = { id, site: "shop", visitor: this.#requests, requestedAt: this.now, lastSeq: 1, ...department };
        return this.#say({ ...of, ...marks, status: "requesting" });
      }
      case "pass":
        this.now += it.ms;
        return this.queue.update();
      case "accept":
        return this.#accept(all[it.place % all.length], it);
      case "decide": {
        const pending = this.#pending.shift();
        pending?.settle(it.isKept);
        await pending?.done;
        return;
      }
      case "decline":
        for (const { id } of all) {
          const state = this.queue.state(id);
          if (state.kind !== "offered" || state.to.id !== it.operator) continue;
          this.#peace.set(`${id} ${it.operator}`, this.now + ANSWER_MS);
          this.queue.decline(it.operator, id);
        }
        return;
      case "come":
        this.#online.add(it.operator);
        return this.queue.update();
      case "go":
        this.#online.delete(it.operator);
        return this.queue.update();
      case "end": {
        const conversation = all[it.place % all.length];
        if (conversation !== undefined) this.#say({ ...conversation, status: "ended", lastSeq: 9 });
        return;
      }
      case "rule":
        this.#rules.set(it.department, { rule: it.rule, mostChats: it.mostChats, answerMs: ANSWER_MS });
        return this.queue.update();
    }
  }

  check(): void {
    const waiting = [...this.live.all()].filter(({ status }) => status === "requesting");
    waiting.sort((one, other) => one.requestedAt - other.requestedAt || (one.id < other.id ? -1 : 1));
    const holders = new Map<string, string>();
    for (const conversation of waiting) {
      const state = this.queue.state(conversation.id);
      const isQueued = this.#rule(conversation).rule !== "off";
      assert.equal(state.kind !== "unqueued", isQueued, "it is queued as its rule says");
      if (state.kind !== "offered") continue;
      const { id } = state.to;
      assert.ok(!holders.has(id), `${id} holds one offer at the most`);
      holders.set(id, conversation.id);
      const isNews = this.#holders.get(id) !== conversation.id;
      assert.ok(!isNews || !this.#isTaking(id), `${id} is offered nothing while taking one`);
      assert.ok(!isNews || !this.#isBeingTaken(conversation.id), "what is being taken goes nowhere");
      if (this.#isBeingTaken(conversation.id)) continue;
      assert.ok(state.until > this.now, "no offer outlives its time");
      assert.ok(
        this.#staff(conversation).some((one) => one.id === id),
        "who holds an offer is there",
      );
      assert.ok(this.#chats(id) < this.#rule(conversation).mostChats, `${id} is under the limit`);
    }
    for (const conversation of waiting) {
      if (this.queue.state(conversation.id).kind !== "waits" || this.#isBeingTaken(conversation.id)) continue;
      for (const { id } of this.#staff(conversation)) {
        if (this.#isTaking(id) || this.#chats(id) >= this.#rule(conversation).mostChats) continue;
        if ((this.#peace.get(`${conversation.id} ${id}`) ?? 0) > this.now) continue;
        const held = holders.get(id);
        assert.ok(held !== undefined, `${conversation.id} waits although ${id} is free`);
        const isNews = this.#holders.get(id) !== held;
        assert.ok(
          !isNews || held < conversation.id,
          `${id} got ${held} before ${conversation.id}, which waits for longer`,
        );
      }
    }
    for (const department of DEPARTMENTS) {
      const places = waiting.filter((it) => it.department === department).map(({ id }) => this.queue.place(id));
      const isQueued = this.#rules.get(department)?.rule !== "off";
      assert.deepEqual(
        places,
        places.map((_, index) => (isQueued ? index + 1 : undefined)),
      );
    }
    this.#holders.clear();
    for (const [id, held] of holders) this.#holders.set(id, held);
  }

  #accept(conversation: Conversation | undefined, it: { operator: string; any: boolean }): void {
    if (conversation?.status !== "requesting") return;
    const { id } = conversation;
    const who = { id: it.operator, name: it.operator };
    const state = this.queue.state(id);
    const isTheirs =
      state.kind === "unqueued" || state.kind === "open" || (state.kind === "offered" && state.to.id === who.id);
    const taking = { who: who.id, id };
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const done = this.queue
      .take(who, { conversation: id, mayTakeAny: it.any }, async () => {
        const isKept = await promise;
        this.#taking = this.#taking.filter((one) => one !== taking);
        const now = this.live.get(id);
        if (isKept && now?.status === "requesting")
          this.live.learn({ ...now, status: "open", operator: who, lastSeq: 2 });
      })
      .then(
        () => assert.ok(isTheirs || it.any, "what is another's is refused"),
        (error: unknown) => {
          if (error instanceof assert.AssertionError) throw error;
          assert.ok(!isTheirs && !it.any, "one's own is given");
        },
      );
    if (!isTheirs && !it.any) return;
    this.#taking.push(taking);
    this.#pending.push({ settle: resolve, done });
  }

  #say(conversation: Conversation): void {
    this.live.learn(conversation);
    this.queue.learn(conversation);
    this.queue.update();
  }

  #isBeingTaken(id: string): boolean {
    return this.#taking.some((one) => one.id === id);
  }

  #isTaking(operator: string): boolean {
    return this.#taking.some(({ who, id }) => who === operator && this.live.get(id)?.status === "requesting");
  }

  #rule({ department }: Conversation): QueueRule {
    return this.#rules.get(department) as QueueRule;
  }

  /** Sam does not sell. */
  #staff({ department }: Conversation): { id: string; name: string }[] {
    const ids = OPERATORS.filter((id) => this.#online.has(id) && !(id === "sam" && department === "sales"));
    return ids.map((id) => ({ id, name: id }));
  }

  #chats(id: string): number {
    return [...this.live.all()].filter((it) => it.status === "open" && it.operator?.id === id).length;
  }
}

test("offers stay in order whatever happens", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), async (steps) => {
      const shop = new Shop();
      for (const it of steps) {
        await shop.play(it);
        shop.check();
      }
    }),
    { numRuns: 400 },
  );
});

test("a request that nobody answers is soon open to everybody, whoever comes and goes", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("decline", "wait"), { minLength: 30, maxLength: 30 }), (moves) => {
      const shop = new Shop();
      void shop.play({ do: "request", department: undefined });
      for (const move of moves) {
        for (const id of move === "decline" ? OPERATORS : []) void shop.play({ do: "decline", operator: id });
        void shop.play({ do: "pass", ms: ANSWER_MS });
      }
      assert.equal(shop.queue.state("request-001").kind, "open");
    }),
  );
});
