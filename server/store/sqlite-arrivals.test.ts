import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import { must } from "../../chat/error.ts";
import { readSearch } from "../../chat/search-terms.ts";
import { ADA, accepts, answers, BEN, kept, MAYA, open, saysIn, SITE } from "./contract/samples.ts";
import { everyQuery } from "./queries.ts";
import { Arrivals } from "./sqlite-arrivals.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { answerGroup } from "./sqlite-group.ts";
import { migrate } from "./sqlite-migrate.ts";
import { buildTexts } from "./sqlite-texts.ts";
import type { Answer, Call } from "./sqlite-words.ts";
import { openSqliteStore } from "./sqlite.ts";

const texts = buildTexts();
const VISITORS = [ADA, BEN, 10_003, 10_004, 10_005];

test("what a killed server had not put into its place is found by the next one, once and in order", async (t) => {
  const file = await temporaryFile(t);
  const { group, arrivals, kill } = writing(file);
  group(VISITORS.map(asks));
  for (let index = 0; index < 10; index++) group(VISITORS.map((visitor) => says(visitor, `${visitor} m${index}`)));
  assert.equal(arrivals.count, 50);
  kill();
  assert.equal(countIn(file, "message"), VISITORS.length, "only the requests are in their places");
  assert.equal(countIn(file, "arrived"), 10);
  await assertWhole(t, file, 10);
  assert.equal(countIn(file, "arrived"), 0);
});

test("a server that was killed while it put messages into their places has put none there twice, and forgotten none", async (t) => {
  const file = await temporaryFile(t);
  const { group, arrivals, piece, kill } = writing(file);
  group(VISITORS.map(asks));
  for (let index = 0; index < 9; index++) group(VISITORS.map((visitor) => says(visitor, `${visitor} m${index}`)));
  assert.equal(piece(10), false);
  group(VISITORS.map((visitor) => says(visitor, `${visitor} m9`))); // for those that are through, and those that are not
  assert.equal(piece(10), false);
  assert.ok(arrivals.count > 0 && arrivals.count < 50);
  kill();
  await assertWhole(t, file, 10);
});

test("messages come into their places in rounds, whatever arrives meanwhile, and nothing is kept twice in the end", async (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  const random = numbersFrom(seed);
  const file = await temporaryFile(t);
  let writer = writing(file);
  writer.group(VISITORS.map(asks));
  const said = new Map(VISITORS.map((visitor) => [visitor, 0]));
  for (let step = 0; step < 200; step++) {
    const what = random();
    if (what < 0.02) {
      writer.kill();
      writer = writing(file);
    } else if (what < 0.3) writer.piece(1 + Math.floor(random() * 30));
    else {
      const calls = Array.from({ length: 1 + Math.floor(random() * 8) }, (): Call => {
        const visitor = must(VISITORS[Math.floor(random() * VISITORS.length)], "a visitor");
        if (random() < 0.1) return ["mark", [nameOf(visitor), "operator", { delivered: 2, seen: 1 }]];
        const number = said.get(visitor) ?? 0;
        said.set(visitor, number + 1);
        return says(visitor, `${visitor} m${number}`);
      });
      writer.group(calls);
    }
  }
  writer.kill();
  for (const visitor of VISITORS) await assertWhole(t, file, said.get(visitor) ?? 0, [visitor]);
  assert.equal(countIn(file, "arrived"), 0);
});

test("of a group that could not be kept nothing is there, and what had arrived before is", async (t) => {
  const file = await temporaryFile(t);
  const { group, database, kill } = writing(file);
  group(VISITORS.map(asks));
  group([says(ADA, `${ADA} m0`)]);
  database.exec(
    `create trigger refuse before insert on arrived when new.arrivals like '%lost%' begin select raise(abort, 'no'); end;
     create trigger refuse_too before insert on message when new.id like '%lost%' begin select raise(abort, 'no'); end`,
  );
  const answers = group([says(ADA, `${ADA} m1`), says(ADA, "lost"), says(ADA, `${ADA} m2`)], { mayFail: true });
  assert.deepEqual(
    answers.map((answer) => "outage" in answer),
    [false, true, false],
  );
  kill();
  await assertWhole(t, file, 3, [ADA]);
});

test("a resend of what has arrived is the same message again, and nobody else's", async (t) => {
  const { group, kill } = writing(await temporaryFile(t));
  t.after(kill);
  group(VISITORS.map(asks));
  const once = group([says(ADA, "once")])[0];
  assert.deepEqual(once && "seq" in once && once.seq, 2);
  const [again, other] = group([says(ADA, "once"), says(BEN, "once")]);
  assert.ok(again && "result" in again && other && "result" in other);
  assert.deepEqual(pick(again.result, "ok", "again"), { ok: true, again: true });
  assert.deepEqual(other.result, { ok: false, reason: "not-found" });
});

test("who reads at the same moment as others finds what was acknowledged", async (t) => {
  const store = await openSqliteStore({ file: await temporaryFile(t) });
  t.after(() => store.close());
  const id = await open(store);
  await store.acceptConversation(accepts(id));
  for (let round = 1; round <= 20; round++) {
    const [said, answered] = await Promise.all([
      store.appendFromVisitor(saysIn(id, `said ${round}`)),
      store.append(answers(id, `answered ${round}`, MAYA)),
    ]);
    const seqs = [kept(said).message.seq, kept(answered).message.seq];
    const reads = await Promise.all([1, 2, 3].map(() => store.messagesAfter(id, 3, 100)));
    for (const read of reads)
      assert.deepEqual(
        read.slice(-2).map(({ seq }) => seq),
        seqs,
      );
    assert.equal((await store.mark(id, "visitor", { delivered: 1_000, seen: 0 }))?.visitorMarks.delivered, seqs[1]);
  }
});

/** Each of these conversations has its request, then `count` messages, each once, and each is found by its words. */
async function assertWhole(t: TestContext, file: string, count: number, visitors = VISITORS): Promise<void> {
  const store = await openSqliteStore({ file });
  try {
    for (const visitor of visitors) {
      const messages = await store.messagesAfter(nameOf(visitor), 0, 10_000);
      const expected = Array.from({ length: count }, (_, index) => `${visitor} m${index}`);
      assert.deepEqual(
        messages.slice(1).map(({ id }) => id),
        expected,
      );
      assert.deepEqual(
        messages.map(({ seq }) => seq),
        [...messages.keys()].map((index) => index + 1),
      );
      assert.equal((await store.conversation(nameOf(visitor)))?.lastSeq, count + 1);
      if (count === 0) continue;
      const { found } = await store.history({ terms: readSearch(`words of "${visitor} m${count - 1}"`), limit: 10 });
      assert.deepEqual(
        found.map(({ message }) => message?.id),
        expected.slice(-1),
      );
    }
  } finally {
    await store.close();
  }
}

/** What the writing thread does, without the thread, so that it can be stopped between any two steps. */
function writing(file: string) {
  const byQuery = new Map(everyQuery.map((query, index) => [query, must(texts.queries[index], "its text")]));
  const tuning = { busyTimeoutMs: 1_000, cacheKiB: 1_024 };
  const connection = new SqliteConnection({ file, readOnly: false, tuning }, byQuery);
  const { database } = connection;
  migrate(database, texts.migrations);
  const arrivals = new Arrivals(connection);
  return {
    database,
    arrivals,
    group(calls: readonly Call[], { mayFail = false } = {}): Answer[] {
      const answers = answerGroup({ connection, arrivals }, calls, "begin immediate");
      if (!mayFail)
        for (const answer of answers) assert.ok("seq" in answer || "result" in answer, JSON.stringify(answer));
      return answers;
    },
    piece(most: number): boolean {
      database.exec("begin immediate");
      const isThrough = arrivals.settle(most);
      database.exec("commit");
      return isThrough;
    },
    kill: () => connection.close(),
  };
}

function asks(visitor: number): Call {
  const event = {
    id: `asks ${visitor}`,
    author: { kind: "system" },
    at: 1,
    body: { kind: "event", event: "requested" },
  };
  return ["request", [{ id: nameOf(visitor), site: SITE, visitor, at: 1 }, [event]]];
}

function says(visitor: number, id: string): Call {
  return ["appendFromVisitor", [saysIn(nameOf(visitor), id, visitor)]];
}

function nameOf(visitor: number): string {
  return `conversation-of-${visitor}`;
}

function countIn(file: string, table: string): number {
  const database = new DatabaseSync(file);
  const count = database.prepare(`select count(*) as count from ${table}`).get()?.["count"];
  database.close();
  return Number(count);
}

function pick(from: unknown, ...names: string[]): object {
  return Object.fromEntries(names.map((name) => [name, (from as Record<string, unknown>)[name]]));
}

/** The same numbers from 0 to 1 for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function temporaryFile(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-arrivals-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "shopbell.sqlite");
}
