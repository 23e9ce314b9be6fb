import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { Refused } from "../client/line.ts";
import { must } from "../chat/error.ts";
import type { Message } from "../chat/message.ts";
import { openSqliteStore } from "../server/store/sqlite.ts";
import { BadNetwork } from "./harness/bad-network.ts";
import { freePort } from "./harness/free-port.ts";
import { Random } from "./harness/random.ts";
import { type Shop, startShop } from "./harness/shop.ts";
import { TalkingTab, TalkingWindow } from "./harness/talkers.ts";

const { SHOPBELL_FUZZ_SEED, SHOPBELL_FUZZ_SECONDS } = process.env;
const seed = Number(SHOPBELL_FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
const ROUNDS = 3;
const TROUBLE_MS = (Number(SHOPBELL_FUZZ_SECONDS ?? 9) * 1000) / ROUNDS;

type Talkers = readonly (TalkingTab | TalkingWindow)[];
/** Every conversation's entries, as the store has them. */
type Truth = Map<string, readonly Message[]>;

/** What may be the answer to somebody who wanted to say something: the chat was over or a colleague's, or no operator was back yet. */
const HONEST = new Set(["conversation-ended", "nobody-online", "not-allowed"]);

test(`whatever happens to lines and servers, every side holds the same chats (SHOPBELL_FUZZ_SEED=${seed})`, async (t) => {
  t.diagnostic(`SHOPBELL_FUZZ_SEED=${seed}`);
  const random = new Random(seed);
  const port = await freePort();
  const network = await BadNetwork.start(t, port, random.fork());
  const shop = await startShop(t, {
    process: true,
    config: {
      port,
      publicUrl: network.url,
      heartbeatMs: 500,
      graceMs: 1_000,
      logLevel: "warn",
      visitorFramesPerSecond: 1_000,
      operatorFramesPerSecond: 1_000,
      socketsPerAddress: 2_000,
    },
  });
  const { tabs, windows } = await assemble(shop, random);
  const talkers = [...tabs, ...windows];

  const visitors = new Set(tabs.map(({ end }) => end.visitor));
  let truth: Truth = new Map();
  // Several times, because what the next word brings to light is hidden by it as well.
  for (let round = 0; round < ROUNDS; round += 1) {
    await makeTrouble(t, { shop, network, talkers, random });
    await comeToRest(shop, talkers);
    truth = await readTruth(shop, visitors);
    await shop.until("everybody has everything", () => talkers.every((talker) => hasAll(talker, truth)));
    for (const talker of talkers) assertKept(talker, truth);
    assertNumbered(talkers, truth);
  }
  assert.equal(await shop.stop(), 0, "the last stop was in order");
  assert.deepEqual(
    shop.logLines.filter((line) => !line.startsWith('{"level":40')),
    [],
    "the server had nothing to complain about",
  );
  assert.deepEqual(await readTruth(shop, visitors), truth, "after the server has gone, the store holds the same");
  const total = [...truth.values()].reduce((sum, messages) => sum + messages.length, 0);
  const kinds = [...truth.values()].flat().map(({ body }) => (body.kind === "event" ? body.event : body.kind));
  const count = (kind: string): string => `${kinds.filter((one) => one === kind).length} ${kind}`;
  t.diagnostic(
    `${truth.size} conversations, ${total} entries: ${["edited", "deleted", "taken-over", "joined"].map(count).join(", ")}`,
  );
  assert.ok(total > 50, `there was something to look at: ${total}`);
});

/** Four visitors, two of them with two tabs; two operators, one of them with two windows. All connected. */
async function assemble(shop: Shop, random: Random): Promise<{ tabs: TalkingTab[]; windows: TalkingWindow[] }> {
  const priya = await shop.addOperator("priya", "Priya Rao");
  const windows = [
    new TalkingWindow(shop, random.fork(), "maya-1", shop.owner),
    new TalkingWindow(shop, random.fork(), "maya-2", shop.owner),
    new TalkingWindow(shop, random.fork(), "priya", priya),
  ];
  const tabs = ["ada", "ben", "cleo", "dan"].map((name) => new TalkingTab(shop, random.fork(), name));
  await shop.until("everybody is there", () =>
    [...windows, ...tabs].every(({ end }) => end.line.state.kind === "online"),
  );
  for (const { name, end } of tabs.slice(0, 2)) {
    tabs.push(new TalkingTab(shop, random.fork(), `${name}-too`, must(end.token, "a token")));
  }
  return { tabs, windows };
}

/** Everybody talks while lines break and the server is stopped, killed and started again. In the end the server runs and the lines are good. */
async function makeTrouble(
  t: TestContext,
  { shop, network, talkers, random }: { shop: Shop; network: BadNetwork; talkers: Talkers; random: Random },
): Promise<void> {
  const end = performance.now() + TROUBLE_MS;
  const often = async (dice: Random, ms: number, act: () => void | Promise<void>): Promise<void> => {
    while (performance.now() < end) {
      await pause(dice.below(2 * ms));
      await act();
    }
  };
  let kills = 0;
  let stops = 0;
  const dice = random.fork();
  network.isBad = true;
  await Promise.all([
    ...talkers.map((talker) => often(random.fork(), 40, () => talker.step())),
    often(random.fork(), 150, () => network.harm()),
    often(dice, 1_200, async () => {
      if (stops < kills / 2) {
        stops += 1;
        assert.equal(await shop.stop(), 0, "the server stopped in order");
      } else {
        kills += 1;
        await shop.kill();
      }
      await pause(dice.below(200));
      await shop.start();
    }),
  ]);
  network.heal();
  t.diagnostic(`killed ${kills} times, stopped ${stops} times`);
}

/** Until all are back and every question is answered. */
async function comeToRest(shop: Shop, talkers: Talkers): Promise<void> {
  // What a browser does when the network or the person is back; without it somebody may wait out half a minute of back-off.
  const nudge = setInterval(() => {
    for (const { end } of talkers) if (end.line.state.kind === "waiting") end.line.retryNow();
  }, 100);
  try {
    await shop.until("everybody is back and nothing is owed", () =>
      talkers.every(
        (talker) =>
          talker.end.line.state.kind === "online" &&
          talker.end.line.unsent().length === 0 &&
          talker.owed().length === 0,
      ),
    );
  } finally {
    clearInterval(nudge);
  }
}

async function readTruth(shop: Shop, visitors: Iterable<number>): Promise<Truth> {
  const store = await openSqliteStore({ file: join(shop.dataFolder, "shopbell.sqlite") });
  try {
    const truth: Truth = new Map();
    for (const visitor of visitors) {
      for (const { id } of await store.conversationsOfVisitor(shop.site.id, visitor, 1e6))
        truth.set(id, await store.messagesAfter(id, 0, 1e6));
    }
    return truth;
  } finally {
    await store.close();
  }
}

function hasAll(talker: TalkingTab | TalkingWindow, truth: Truth): boolean {
  return [...talker.holds()].every(([id, held]) => held.length === (truth.get(id)?.length ?? Infinity));
}

/** It holds what the store holds; what was acknowledged is there under its number, what was refused is not there, and each sender's order is kept. */
function assertKept(talker: TalkingTab | TalkingWindow, truth: Truth): void {
  const { name, said } = talker;
  for (const [id, held] of talker.holds())
    assert.deepEqual(held.map(essence), must(truth.get(id), "a stored conversation").map(essence), name);
  const deleted = new Set<string>();
  const places = new Map<string, { id: string; seq: number; text: string }>();
  for (const [id, messages] of truth)
    for (const message of messages) {
      assert.ok(!places.has(message.id), `${message.id} is there once`);
      places.set(message.id, { id, seq: message.seq, text: JSON.stringify(message.body) });
      if (message.body.kind === "deleted") deleted.add(`${id} ${message.body.seq}`);
    }
  const last = new Map<string, number>();
  for (const { id, word, result } of said) {
    const place = places.get(id);
    if (result instanceof Refused) {
      assert.ok(HONEST.has(result.code), `${word} was refused: ${result.code}, ${result.message}`);
      assert.equal(place, undefined, `${word} was refused and is not there`);
      continue;
    }
    assert.ok(place !== undefined && result !== undefined, `${word} was acknowledged and is there`);
    assert.deepEqual([place.id, place.seq], [result.conversation, result.seq], `${word} is where its sender was told`);
    if (deleted.has(`${place.id} ${place.seq}`)) assert.equal(place.text, '{"kind":"blank"}', `${word} is nowhere`);
    else assert.ok(place.text.includes(word), `${word} says what was said`);
    assert.ok(place.seq > (last.get(place.id) ?? 0), `${word} of ${name} stands behind what was said before it`);
    last.set(place.id, place.seq);
  }
}

/** Numbers without gaps, and nothing that nobody said. */
function assertNumbered(talkers: Talkers, truth: Truth): void {
  const known = new Set(talkers.flatMap(({ said }) => said.map(({ id }) => id)));
  for (const messages of truth.values()) {
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, index) => index + 1),
    );
    for (const { id, body } of messages) assert.ok(TOLD.has(body.kind) || known.has(id), `somebody said ${id}`);
  }
}

/** What is in a chat without having been said. */
const TOLD: ReadonlySet<Message["body"]["kind"]> = new Set(["event", "pushed", "edited", "deleted"]);

/** What all sides see alike; of an operator a visitor sees no more than the name, and of what operators settle that it was. */
function essence({
  seq,
  id,
  at,
  author,
  body,
}: Pick<Message, "seq" | "id" | "at" | "body"> & { author: { kind: string; name?: string } }): unknown {
  // Of several edits a late reader gets the last words at once. What counts is what the message says in the end.
  const shown = body.kind === "edited" ? { kind: body.kind, seq: body.seq } : body;
  const happened = shown.kind === "event" ? { kind: shown.kind, event: shown.event } : shown;
  return { seq, id, at, by: [author.kind, author.name], body: happened };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
