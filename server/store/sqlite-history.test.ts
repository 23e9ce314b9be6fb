import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import type { Body } from "../../chat/message.ts";
import { readSearch } from "../../chat/search-terms.ts";
import type { Store } from "../../chat/store.ts";
import { accepts, ADA, answer, answers, MAYA, openAndAccept, says } from "./contract/samples.ts";
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

test("no word stays in the index when all that was said is gone, whatever it was", async (t) => {
  const file = await temporaryFile(t);
  const store = await openSqliteStore({ file });
  t.after(() => store.close());
  const id = await openAndAccept(store);
  const bodies: Body[] = [
    { kind: "text", text: "Zoë’s naïve 🎣 tent — “two” lines\nand C:\\temp" },
    { kind: "rich", tree: ["See ", { tag: "b", children: ["bold", { tag: "i", children: [" slanted"] }] }] },
    {
      kind: "rich",
      tree: [
        { tag: "img", src: "/pin.png", alt: "a pin" },
        { tag: "a", href: "/x", children: ["link"] },
      ],
    },
    { kind: "rich", tree: [{ tag: "img", src: "/no-words.png", alt: "" }] },
    { kind: "rich", tree: [{ tag: "br" }, { tag: "br" }] },
    { kind: "push", url: "https://shop.example/tents?size=2", as: "page" },
  ];
  for (const [index, body] of bodies.entries())
    await store.append({ ...answers(id, ""), draft: answer(`m${index}`, MAYA, body) });
  assert.deepEqual(await found(store, "slanted"), [`${id} m1`]);
  await store.append(answers(id, "only noted"));
  alter(file, `update conversation set visitor_name = 'Ada', visitor_email = 'ada@shop.example'`);
  alter(file, `update conversation set visitor_name = null`);
  assert.ok(wordsIn(file).includes("slanted") && wordsIn(file).includes("ada"));
  await found(store, "ada");
  alter(file, `update message set body = '{"kind":"text","text":"twice"}' where id = 'm0'`); // noted, and then removed
  alter(file, `delete from message; delete from conversation`);
  assert.deepEqual(wordsIn(file), []);
  assert.deepEqual(await found(store, "twice"), []);
});

test("a file from before the index had no lengths is searched as before, what was only noted too", async (t) => {
  const file = await temporaryFile(t);
  const before = new DatabaseSync(file);
  migrate(before, texts.migrations.slice(0, 17));
  before.exec(
    `insert into conversation (id, number, site, visitor, visitor_name, status, requested_at, last_seq,
      visitor_delivered, visitor_seen, operator_delivered, operator_seen) values ('c', 3, 'site', 1, 'Zoë', 'ended', 1, 2, 0, 0, 0, 0);
    insert into message (conversation, seq, id, author, at, body) values
      ('c', 1, 'm1', 'visitor', 1, '{"kind":"text","text":"tent"}'), ('c', 2, 'm2', 'visitor', 1, '{"kind":"text","text":"pads"}');
    insert into message_words (rowid, words) values (3 * 16777216 + 1, 'tent');
    insert into noted_words (place, words) values (3 * 16777216 + 2, 'pads')`,
  );
  before.close();
  const store = await openSqliteStore({ file });
  t.after(() => store.close());
  assert.deepEqual(await found(store, "tent"), ["c m1"]);
  assert.deepEqual(await found(store, "pads"), ["c m2"]);
  assert.deepEqual(await found(store, "zoe"), ["c"]);
  alter(file, "delete from message; delete from conversation");
  assert.deepEqual(wordsIn(file), []);
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

/** Every word that the index holds for any message, straight from the file. */
function wordsIn(file: string): unknown[] {
  const database = new DatabaseSync(file);
  database.exec("create virtual table temp.vocabulary using fts5vocab(main, message_words, 'row')");
  const words = database
    .prepare("select term from temp.vocabulary")
    .all()
    .map(({ term }) => term);
  database.close();
  return words;
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
