import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, open as openFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import { ChatError } from "../../chat/error.ts";
import { ADA, kept, open, says, saysIn, SITE } from "./contract/samples.ts";
import type { StoreUnderTest } from "./contract/under-test.ts";
import { storeContract } from "./contract.ts";
import { openSqliteStore, type SqliteOptions } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

storeContract("SQLite, in a file", async (t) => openIn(t, { file: await temporaryFile(t) }));

test("a store in memory reads what it has written", async (t) => {
  const { store } = await openIn(t, { file: ":memory:" });
  const id = await open(store);
  assert.equal((await store.messagesAfter(id, 0, 10)).length, 2);
});

test("a file of a newer Shopbell is refused with a sentence, and is left as it is", async (t) => {
  const file = await temporaryFile(t);
  await (await openSqliteStore({ file })).close();
  alter(file, "insert into migration (version, name, at) values (999, 'from-the-future', 0)");
  const sentence =
    /^\/.*\.sqlite was written by a newer Shopbell \(its tables have version 999, this one knows version \d+\)\. Start/;
  await assert.rejects(openSqliteStore({ file }), { name: "StoreError", message: sentence });
  alter(file, "delete from migration where version = 999");
  await (await openSqliteStore({ file })).close();
});

test("a database of another program is refused with a sentence, and is left as it is", async (t) => {
  const file = await temporaryFile(t);
  alter(file, "create table recipe (name text)");
  await assert.rejects(openSqliteStore({ file }), isRefusal(/is the database of another program/));
  const database = new DatabaseSync(file);
  assert.deepEqual(
    database
      .prepare("select name from sqlite_schema")
      .all()
      .map(({ name }) => name),
    ["recipe"],
  );
  database.close();
});

test("a file that is no database, or is damaged, is refused with a sentence", async (t) => {
  const file = await temporaryFile(t);
  await writeFile(file, "Dear diary, ".repeat(1_000));
  await assert.rejects(openSqliteStore({ file }), isRefusal(/is not a database, or it is damaged\. Put back a backup/));
  await rm(file);
  await (await openSqliteStore({ file })).close();
  const handle = await openFile(file, "r+");
  await handle.write(Buffer.alloc(4_096, 0xee), 0, 4_096, 100); // the first page after the header: the list of the tables
  await handle.close();
  await assert.rejects(openSqliteStore({ file }), isRefusal(/is damaged\. Put back a backup/));
});

test("a file that cannot be made is refused with a sentence", async (t) => {
  const file = await temporaryFile(t);
  await assert.rejects(openSqliteStore({ file: join(file, "no", "where") }), isRefusal(/its folder is not there/));
  await assert.rejects(openSqliteStore({ file: tmpdir() }), isRefusal(/is a folder/));
});

test("nobody else on the computer may read the file", async (t) => {
  const file = await temporaryFile(t);
  const { store } = await openIn(t, { file });
  await open(store);
  for (const each of [file, `${file}-wal`]) assert.equal(((await stat(each)).mode & 0o777).toString(8), "600");
});

test("while a flush takes its time the event loop turns, and reads are answered", async (t) => {
  const file = await temporaryFile(t);
  const { store } = await openIn(t, { file, busyTimeoutMs: 120_000 });
  const id = await open(store);
  const other = new DatabaseSync(file);
  other.exec("begin immediate"); // now the store's thread must wait
  let settled = false;
  const written = store.appendFromVisitor(saysIn(id, "m")).finally(() => {
    settled = true;
  });
  for (let turn = 0; turn < 1_000; turn++) await new Promise(setImmediate);
  assert.equal((await store.conversation(id))?.lastSeq, 2);
  assert.equal(settled, false);
  other.exec("rollback");
  other.close();
  assert.equal(kept(await written).message.seq, 3);
});

test("what would wait beyond the bound is refused as overloaded, and the rest is kept", async (t) => {
  const { store } = await openIn(t, { file: await temporaryFile(t), waitingCalls: 10 });
  const results = await Promise.allSettled(
    Array.from({ length: 15 }, (_, index) => store.appendFromVisitor(says(`m${index}`))),
  );
  assert.deepEqual(
    results.map(({ status }) => status === "fulfilled"),
    Array.from({ length: 15 }, (_, index) => index < 10),
  );
  const [refused] = results.slice(10);
  assert.ok(refused?.status === "rejected" && refused.reason instanceof ChatError);
  assert.equal(refused.reason.code, "overloaded");
  assert.equal((await store.conversation(`conversation-of-${ADA}`))?.lastSeq, 11);
});

test("more calls than a group holds go one group after the other, in order", async (t) => {
  const { store } = await openIn(t, { file: await temporaryFile(t), callsPerGroup: 7 });
  const names = Array.from({ length: 100 }, (_, index) => `m${index}`);
  await Promise.all(names.map((name) => store.appendFromVisitor(says(name))));
  const messages = await store.messagesAfter(`conversation-of-${ADA}`, 1, 1_000);
  assert.deepEqual(
    messages.map(({ id }) => id),
    names,
  );
});

test("kill -9 in the middle of appends loses nothing that was acknowledged", async (t) => {
  const file = await temporaryFile(t);
  const child = await run(
    dirname(file),
    `
    import { openSqliteStore } from ${JSON.stringify(import.meta.resolve("./sqlite.ts"))};
    const store = await openSqliteStore({ file: ${JSON.stringify(file)} });
    let count = 0;
    async function keepWriting(visitor) {
      const conversation = "of-" + visitor;
      const open = { id: conversation, site: "${SITE}", visitor, at: 1 };
      for (;;) {
        const draft = { id: "m" + (count += 1), author: { kind: "visitor" }, at: 1, body: { kind: "text", text: "words" } };
        const { message } = await store.appendFromVisitor({ site: "${SITE}", visitor, open, requestedEventId: "e-" + visitor, draft });
        process.stdout.write(JSON.stringify(message) + "\\n");
      }
    }
    for (let visitor = 1; visitor <= 20; visitor++) void keepWriting(visitor);
  `,
  );
  const acknowledged: { id: string; conversation: string; seq: number }[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.endsWith("}")) acknowledged.push(JSON.parse(line) as (typeof acknowledged)[number]);
    if (acknowledged.length === 1_000) child.kill("SIGKILL");
  }
  assert.ok(acknowledged.length >= 1_000, `the child ended after ${acknowledged.length}`);

  const { store } = await openIn(t, { file });
  const stored = new Map<string, string>();
  for (const { id } of await store.liveConversations()) {
    for (const [index, message] of (await store.messagesAfter(id, 0, 100_000)).entries()) {
      assert.equal(message.seq, index + 1);
      stored.set(message.id, `${message.conversation} ${message.seq}`);
    }
  }
  for (const { id, conversation, seq } of acknowledged) assert.equal(stored.get(id), `${conversation} ${seq}`);
});

test("a closed store lets its process end, with the log put back into the file", async (t) => {
  const file = await temporaryFile(t);
  const child = await run(
    dirname(file),
    `
    import { openSqliteStore } from ${JSON.stringify(import.meta.resolve("./sqlite.ts"))};
    const store = await openSqliteStore({ file: ${JSON.stringify(file)} });
    await store.sites();
    void store.putSetting("name", "value");
    await store.close();
  `,
  );
  assert.equal(await new Promise((resolve) => child.once("exit", resolve)), 0);
  await assert.rejects(stat(`${file}-wal`), { code: "ENOENT" });
  const { store } = await openIn(t, { file });
  assert.equal(await store.setting("name"), "value");
});

async function openIn(t: TestContext, options: SqliteOptions): Promise<StoreUnderTest> {
  let store = await openSqliteStore(options);
  t.after(() => store.close());
  return {
    store,
    async reopen() {
      await store.close();
      store = await openSqliteStore(options);
      return store;
    },
  };
}

async function temporaryFile(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-store-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "shopbell.sqlite");
}

/** Runs a program that imports ours, in a process of its own. */
async function run(folder: string, program: string) {
  const file = join(folder, "program.mjs");
  await writeFile(file, program);
  return spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
}

/** Does something to a file from outside. */
function alter(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

function isRefusal(sentence: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof StoreError && sentence.test(error.message) && error.message.endsWith(".");
}
