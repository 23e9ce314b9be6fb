import assert from "node:assert/strict";
import { readFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { startShop } from "../test/harness/shop.ts";
import { readConfig } from "./config.ts";
import { pathOf } from "./transcripts.ts";

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-transcripts-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("C7: every chat that ends is a file of its own, whole, when the server has stopped at the latest", async (t) => {
  const folder = await folderFor(t);
  const config = { transcriptsFolder: folder, transcriptName: "{site}/{visitor}-{id}.txt" };
  const shop = await startShop(t, { config });
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const visitors = [shop.visitor(), shop.visitor()];
  for (const visitor of visitors) {
    await visitor.say("Do you ship to Austria?");
    await visitor.say("Hello?");
    const conversation = visitor.conversation?.id ?? "";
    await operator.line.ask({ type: "end", id: `end-of-${conversation}`, conversation });
  }
  await shop.stop();
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = files.filter((file) => file.isFile()).map(({ name }) => name);
  assert.equal(names.length, 2, names.join());
  for (const { visitor, conversation } of visitors) {
    const content = await readFile(join(folder, "Northwind Outdoor", `${visitor}-${conversation?.id}.txt`), "utf8");
    assert.match(content, /^Chat with #\d+\nNorthwind Outdoor, 20.+\n\n/);
    assert.match(content, new RegExp(`#${visitor}: Do you ship to Austria\\?\n.+: Hello\\?\n`));
    assert.match(content, /\* (?:ended|missed)\n$/);
  }
});

test("C7: a file holds the last words of what was edited, and nothing of what was deleted", async (t) => {
  const folder = await folderFor(t);
  for (const form of ["txt", "json"]) {
    const config = { transcriptsFolder: folder, transcriptName: `${form}/{id}.${form}` };
    const shop = await startShop(t, { config });
    const operator = shop.operator();
    await shop.until("the operator is there", () => operator.line.state.kind === "online");
    const { conversation = "" } = await shop.visitor().say("Hello");
    await operator.accept(conversation);
    const [price, secret] = [
      await operator.say(conversation, "It costs 39"),
      await operator.say(conversation, "Secret"),
    ];
    const draft = { kind: "text", text: "It costs 93" } as const;
    const about = { conversation, id: `change-${form}` };
    await operator.line.ask({ type: "edit", ...about, seq: price.seq ?? 0, draft });
    await operator.line.ask({ type: "delete", ...about, id: `delete-${form}`, seq: secret.seq ?? 0 });
    await operator.line.ask({ type: "end", id: `end-of-${form}`, conversation });
    await shop.stop();
    const content = await readFile(join(folder, form, `${conversation}.${form}`), "utf8");
    assert.match(content, /It costs 93/);
    assert.doesNotMatch(content, /It costs 39|Secret/);
  }
});

test("a folder that cannot be is said at the start", async (t) => {
  const file = join(await folderFor(t), "a-file");
  await writeFile(file, "");
  await assert.rejects(startShop(t, { config: { transcriptsFolder: join(file, "inside") } }), { code: "ENOTDIR" });
});

test("what a visitor is called cannot lead out of the folder", () => {
  const marks = { delivered: 0, seen: 0 };
  const at = new Date(2026, 10, 3, 4, 5).getTime();
  const conversation = {
    id: "c",
    site: "s",
    visitor: 7,
    visitorName: "../../etc/passwd",
    status: "ended",
    requestedAt: at,
    lastSeq: 1,
    visitorMarks: marks,
    operatorMarks: marks,
  } as const;
  const path = (pattern: string, visitorName: string) => pathOf(pattern, { ...conversation, visitorName }, "a/b");
  assert.equal(path("{name}/{id}.txt", "../../etc/passwd"), "_.._etc_passwd/c.txt");
  assert.equal(path("{name}/{id}.txt", ".."), "_/c.txt");
  assert.equal(
    path("{site}/{year}-{month}-{day}-{hour}{minute}-{visitor}-{id}.json", "x"),
    "a_b/2026-11-03-0405-7-c.json",
  );
  assert.equal(path("{name}-{id}.txt", "{id}"), "{id}-c.txt", "a value is not filled in a second time");
});

test("a pattern stays within the folder, tells chats apart and names a form", () => {
  for (const wrong of [
    "{name}.txt",
    "../{id}.txt",
    "/x/{id}.txt",
    "a//{id}.txt",
    "{id}",
    "a/./{id}.json",
    "a\\..\\{id}.txt",
  ])
    assert.throws(() => readConfig(["--transcript-name", wrong], {}), /must be a path within the folder/, wrong);
  const wish = readConfig(["--transcript-name", "{year}/{id}.json", "--transcripts", "/srv/chats"], {});
  assert.ok(wish.do === "start");
  assert.equal(wish.config.transcriptName, "{year}/{id}.json");
});
