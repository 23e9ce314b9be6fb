import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { must } from "../../../chat/error.ts";
import type { AppendResult, Store } from "../../../chat/store.ts";
import { accepts, answer, ends, MAYA, opening, PRIYA, SITE, text } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** What somebody does. Small numbers stand for visitors, operators and message ids, so that they meet often. */
type Act =
  | { act: "say"; visitor: number; id: number; to: "live" | "latest"; mayOpen: boolean }
  | { act: "answer"; visitor: number; id: number; operator: number }
  | { act: "accept"; visitor: number; operator: number }
  | { act: "end"; visitor: number }
  | { act: "wait" };

const who = fc.nat(1);
const id = fc.nat(9);
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant("say" as const),
        visitor: who,
        id,
        to: fc.constantFrom("live", "latest"),
        mayOpen: fc.boolean(),
      }),
    },
    { weight: 4, arbitrary: fc.record({ act: fc.constant("answer" as const), visitor: who, id, operator: who }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant("accept" as const), visitor: who, operator: who }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant("end" as const), visitor: who }) },
    { weight: 1, arbitrary: fc.constant({ act: "wait" as const }) },
  ),
  { maxLength: 60 },
);

/** Whatever is asked in whatever order, with or without waiting, comes out as a plain list would have it. */
export function anyOrder(openStore: OpenStore): void {
  test("any acts of two visitors and two operators come out as in a plain list", async (t) => {
    const { store } = await openStore(t);
    const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
    t.diagnostic(`SEED=${seed}`);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(acts, (list) => play(store, list, (run += 1))),
      { seed, numRuns: 40 },
    );
  });
}

async function play(store: Store, list: readonly Act[], run: number): Promise<void> {
  const model = new Model(run);
  const told: Promise<string>[] = [];
  const expected: string[] = [];
  for (const [index, act] of list.entries()) {
    if (act.act === "wait") {
      await Promise.all(told);
      continue;
    }
    expected.push(model.do(act, index));
    told.push(perform(store, act, model, index));
  }
  assert.deepEqual(await Promise.all(told), expected);
  for (const { id, entries } of model.all()) {
    const messages = await store.messagesAfter(id, 0, 1_000);
    assert.deepEqual(
      messages.map((message) => message.id),
      entries,
    );
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      entries.map((_, index) => index + 1),
    );
  }
}

/** Does it to the store; what comes of it, in a word. The names are the model's, from before the act. */
async function perform(store: Store, act: Exclude<Act, { act: "wait" }>, model: Model, index: number): Promise<string> {
  const visitor = model.visitor(act.visitor);
  const latest = model.namedBefore(index);
  switch (act.act) {
    case "say": {
      const draft = text(model.message(act.id));
      const requestedEventId = model.event(index);
      const from = { site: SITE, visitor, requestedEventId, draft };
      const open = act.mayOpen ? { open: opening(model.conversation(index), { visitor }) } : {};
      return word(
        await store.appendFromVisitor(act.to === "latest" ? { ...from, conversation: latest } : { ...from, ...open }),
      );
    }
    case "answer": {
      const by = act.operator === 0 ? MAYA : PRIYA;
      const draft = answer(model.message(act.id), by);
      return word(await store.append({ conversation: latest, draft, when: ["open"], operator: by.id }));
    }
    case "accept": {
      const accept = accepts(latest, act.operator === 0 ? MAYA : PRIYA);
      const event = { ...accept.event, id: model.event(index) };
      const result = await store.acceptConversation({ ...accept, event });
      return result.won ? `won ${result.stored.length}` : result.reason;
    }
    case "end":
      return `${(await store.endConversation(ends(latest, model.event(index)))).stored.length}`;
  }
}

function word(result: AppendResult): string {
  return result.ok
    ? `${result.again ? "again" : "stored"} ${result.conversation.id} ${result.message.seq}`
    : result.reason;
}

interface ModelConversation {
  id: string;
  visitor: number;
  status: "requesting" | "open" | "ended";
  operator?: number;
  entries: string[];
}

/** The plain list. */
class Model {
  readonly #run: number;
  readonly #conversations: ModelConversation[] = [];
  /** By message id: where it stands and who wrote it. */
  readonly #known = new Map<string, { in: ModelConversation; seq: number; by: string }>();
  /** Which conversation each act named. */
  readonly #named: string[] = [];

  constructor(run: number) {
    this.#run = run;
  }

  visitor = (visitor: number): number => 1_000_000 + this.#run * 10 + visitor;
  message = (id: number): string => `run-${this.#run}-message-${id}`;
  event = (index: number): string => `run-${this.#run}-event-${index}`;
  conversation = (index: number): string => `run-${this.#run}-conversation-${index}`;
  namedBefore = (index: number): string => must(this.#named[index], "the name that the act used");
  all = (): readonly ModelConversation[] => this.#conversations;

  do(act: Exclude<Act, { act: "wait" }>, index: number): string {
    const latest = this.#conversations.findLast(({ visitor }) => visitor === act.visitor);
    this.#named[index] = latest?.id ?? "none";
    switch (act.act) {
      case "say":
        return this.#say(act, index, latest);
      case "answer":
        return this.#answer(act, latest);
      case "accept":
        if (latest === undefined) return "not-found";
        if (latest.status === "ended") return "ended";
        if (latest.status === "open") return latest.operator === act.operator ? "won 0" : "taken";
        latest.status = "open";
        latest.operator = act.operator;
        latest.entries.push(this.event(index));
        return "won 1";
      case "end":
        if (latest === undefined || latest.status === "ended") return "0";
        latest.status = "ended";
        latest.entries.push(this.event(index));
        return "1";
    }
  }

  #say(act: Extract<Act, { act: "say" }>, index: number, latest: ModelConversation | undefined): string {
    const known = this.#known.get(this.message(act.id));
    if (known !== undefined) {
      const isTheirs = known.in.visitor === act.visitor && known.by === "visitor";
      return isTheirs ? `again ${known.in.id} ${known.seq}` : "not-found";
    }
    const isLive = latest !== undefined && latest.status !== "ended";
    if (isLive) return this.#append(latest, act.id, "visitor");
    if (act.to === "latest") return latest === undefined ? "not-found" : "ended";
    if (!act.mayOpen) return "none-live";
    const entries = [this.event(index)];
    const opened: ModelConversation = {
      id: this.conversation(index),
      visitor: act.visitor,
      status: "requesting",
      entries,
    };
    this.#conversations.push(opened);
    return this.#append(opened, act.id, "visitor");
  }

  #answer(act: Extract<Act, { act: "answer" }>, latest: ModelConversation | undefined): string {
    const by = `operator ${act.operator}`;
    const known = this.#known.get(this.message(act.id));
    if (known !== undefined)
      return known.in === latest && known.by === by ? `again ${known.in.id} ${known.seq}` : "not-found";
    if (latest === undefined) return "not-found";
    if (latest.status !== "open") return latest.status === "ended" ? "ended" : "wrong-state";
    return latest.operator === act.operator ? this.#append(latest, act.id, by) : "not-yours";
  }

  #append(conversation: ModelConversation, id: number, by: string): string {
    const seq = conversation.entries.push(this.message(id));
    this.#known.set(this.message(id), { in: conversation, seq, by });
    return `stored ${conversation.id} ${seq}`;
  }
}
