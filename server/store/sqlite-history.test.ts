import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import { readSearch } from "../../chat/search-terms.ts";
import type { Store } from "../../chat/store.ts";
import { accepts, ADA, answers, openAndAccept, says } from "./contract/samples.ts";
import { migrate } from "./sqlite-migrate.ts";
import { buildTexts } from "./sqlite-texts.ts";
import { openSqliteStore } from "./sqlite.ts";

const texts = buildTexts();

test("the history of a file from before there was one has all of it", async (t) => {
  const file = await temporaryFile(t);
  const before = new DatabaseSync(file);
  migrate(before, texts.migrations.slice(0, 3));
  const conversation = before.prepare(
    `insert into conversation (id, site, visitor, visitor_name, status, requested_at, last_seq,
      visitor_delivered, visitor_seen, operator_delivered, operator_seen) values (?, 'site', ?, ?, 'ended', ?, 2, 0, 0, 0, 0)`,
  );
  const message = before.prepare(
    "insert into message (conversation, seq, id, author, at, body) values (?, ?, ?, 'visitor', 1, ?)",
  );
  for (const [index, id] of ["newer", "older"].entries()) {
    conversation.run(id, index, id === "older" ? "Zoë" : null, 100 - index);
    message.run(id, 1, `e-${id}`, '{"kind":"event","event":"requested"}');
    message.run(id, 2, `m-${id}`, JSON.stringify({ kind: "text", text: `the ${id} tent` }));
  }
  before.close();
  const store = await openSqliteStore({ file });
  t.after(() => store.close());
  assert.deepEqual(await found(store, ""), ["newer m-newer", "older m-older"]);
  assert.deepEqual(await found(store, "tent"), ["newer m-newer", "older m-older"]);
  assert.deepEqual(await found(store, "zoe"), ["older"]);
  await store.appendFromVisitor(says("next"));
  assert.deepEqual(await found(store, ""), [`conversation-of-${ADA} next`, "newer m-newer", "older m-older"]);
});

test("what is altered, taken back or removed leaves the index of words", async (t) => {
  const file = await temporaryFile(t);
  const store = await openSqliteStore({ file });
  t.after(() => store.close());
  const id = await openAndAccept(store);
  for (const message of ["one", "two", "three"]) await store.append(answers(id, message));
  assert.deepEqual(await found(store, "answer two"), [`${id} two`]);
  alter(file, `update message set body = '{"kind":"text","text":"altered"}' where id = 'two'`);
  assert.deepEqual(await found(store, "answer two"), []);
  assert.deepEqual(await found(store, "altered"), [`${id} two`]);
  alter(file, `update message set body = '{"kind":"event","event":"ended"}' where id = 'two'`);
  assert.deepEqual(await found(store, "altered"), []);
  alter(file, "delete from message where id = 'three'");
  assert.deepEqual(await found(store, "three"), []);
  assert.deepEqual(await found(store, "answer"), [`${id} one`]);
  alter(file, `delete from message; delete from conversation`);
  assert.deepEqual(await found(store, "answer"), []);
  // A number is not given twice, so that nothing old can be taken for something new.
  await openAndAccept(store, 20_000);
  const database = new DatabaseSync(file);
  assert.equal(database.prepare("select number from conversation").get()?.["number"], 2);
  database.close();
});

test("words that a killed server had only noted are put into the index by the next one, unasked", async (t) => {
  const file = await temporaryFile(t);
  await (await openSqliteStore({ file })).close();
  const killed = new DatabaseSync(file);
  killed.exec(
    `insert into conversation (id, number, site, visitor, status, requested_at, last_seq,
      visitor_delivered, visitor_seen, operator_delivered, operator_seen) values ('c', 1, 'site', 1, 'ended', 1, 1, 0, 0, 0, 0);
    insert into message (conversation, seq, id, author, at, body) values ('c', 1, 'm', 'visitor', 1, '{"kind":"text","text":"tent"}');
    insert into noted_words (place, words) values (16777217, 'tent')`,
  );
  const noted = killed.prepare("select count(*) as count from noted_words");
  const store = await openSqliteStore({ file });
  t.after(() => store.close());
  while (noted.get()?.["count"] !== 0) await new Promise((resolve) => setTimeout(resolve, 10));
  killed.close();
  assert.deepEqual(await found(store, "tent"), ["c m"]);
});

test("what goes into the index of words goes with the message, or not at all", async (t) => {
  const file = await temporaryFile(t);
  const store = await openSqliteStore({ file });
  t.after(() => store.close());
  const id = await openAndAccept(store);
  alter(
    file,
    `create trigger refuse before insert on message when new.id = 'refused' begin select raise(abort, 'no'); end`,
  );
  const results = await Promise.allSettled([
    store.append(answers(id, "kept")),
    store.append(answers(id, "refused")),
    store.acceptConversation(accepts(id)),
  ]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled"],
  );
  assert.deepEqual(await found(store, "answer"), [`${id} kept`]);
  assert.deepEqual(await found(store, "refused"), []);
});

async function found(store: Store, search: string): Promise<string[]> {
  const page = await store.history({ terms: readSearch(search), limit: 10 });
  return page.found.map(({ conversation, message }) => [conversation.id, message?.id].join(" ").trim());
}

async function temporaryFile(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-history-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "shopbell.sqlite");
}

function alter(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
