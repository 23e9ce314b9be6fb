import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { must } from "../../chat/error.ts";
import { ADA, says } from "./contract/samples.ts";
import { everyQuery } from "./queries.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { answerGroup } from "./sqlite-group.ts";
import { migrate } from "./sqlite-migrate.ts";
import { buildTexts } from "./sqlite-texts.ts";
import type { Call } from "./sqlite-words.ts";
import { verbs } from "./verbs.ts";

const texts = buildTexts();

function connect(t: TestContext): SqliteConnection {
  const byQuery = new Map(everyQuery.map((query, index) => [query, must(texts.queries[index], "its text")]));
  const tuning = { busyTimeoutMs: 1_000, cacheKiB: 1_024 };
  const connection = new SqliteConnection({ file: ":memory:", readOnly: false, tuning }, byQuery);
  t.after(() => connection.close());
  migrate(connection.database, texts.migrations);
  return connection;
}

test("on a full disk what was answered is kept, the rest is told, and nothing in between is there", (t) => {
  const connection = connect(t);
  const { database } = connection;
  const pages = Number(database.prepare("pragma page_count").get()?.["page_count"]);
  database.exec(`pragma max_page_count = ${pages + 8}`);
  const long = { kind: "text", text: "x".repeat(3_000) } as const;
  const calls = Array.from({ length: 40 }, (_, index): Call => {
    const append = says(`m${index}`);
    return ["appendFromVisitor", [{ ...append, draft: { ...append.draft, body: long } }]];
  });
  const answers = answerGroup({ connection }, calls, "begin immediate");
  const done = answers.flatMap((answer, index) => ("result" in answer ? [`m${index}`] : []));
  const full = answers.find((answer) => "outage" in answer);
  assert.deepEqual(full, { outage: "The store could not do this: database or disk is full." });
  assert.ok(!database.isTransaction);
  const entries = connection.follow(verbs.messagesAfter(`conversation-of-${ADA}`, 1, 100));
  assert.deepEqual(
    entries.map(({ id }) => id),
    done,
  );
  database.exec("pragma max_page_count = 100000");
  assert.ok(
    "result" in
      must(answerGroup({ connection }, [["appendFromVisitor", [says("later")]]], "begin immediate")[0], "an answer"),
  );
});

test("no question reads through a table that grows with the visitors", (t) => {
  const { database } = connect(t);
  const small =
    /^SCAN (site|ban|department|dictionary|sound|operator|ticket|session|noted_words|arrived)\b|^SCAN conversation USING INDEX conversation_live(_by_number)?$/;
  // What goes through a list that was given, or through the index of words with a MATCH, looks for something.
  const given = /^SCAN (json_each VIRTUAL TABLE INDEX 1:|message_words VIRTUAL TABLE INDEX \d+:M)/;
  for (const { sql } of texts.queries) {
    const plan = database
      .prepare(`explain query plan ${sql}`)
      .all()
      .map(({ detail }) => String(detail));
    for (const step of plan)
      assert.ok(!step.startsWith("SCAN") || small.test(step) || given.test(step), `${step}: ${sql}`);
    if (/from "(message|note)"|of_visitor|order by (number|rowid)/.test(sql))
      assert.ok(!plan.some((step) => step.includes("TEMP B-TREE")), sql);
  }
});
