import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { addOperator } from "../server/store/contract/samples.ts";
import { startRules } from "../test/harness/rules.ts";
import { Spelling } from "./spelling.ts";

const OWNER = { id: "operator-maya", role: "owner" } as const;
const PRIYA = { id: "operator-priya", role: "operator" } as const;
const FILES = { aff: "SET UTF-8\nTRY esn\n", dic: "2\nZelt\nSchlafsäcke\n" };

async function start(t: TestContext) {
  const rules = await startRules(t);
  for (const { id } of [OWNER, PRIYA]) await addOperator(rules.store, id, id);
  return { ...rules, spelling: new Spelling(rules) };
}

test("an operator's own words are theirs, and only they are told of a change", async (t) => {
  const { spelling, announced } = await start(t);
  await spelling.addWord(PRIYA, "  Fjell ");
  assert.deepEqual(await announced(), [{ type: "spelling", operator: PRIYA.id }]);
  assert.deepEqual(await spelling.wordsOf(PRIYA), ["Fjell"]);
  assert.deepEqual(await spelling.wordsOf(OWNER), []);
  await spelling.removeWord(PRIYA, "Fjell");
  assert.deepEqual(await spelling.wordsOf(PRIYA), []);
});

test("a word is one word of a bounded length, and there are so many of them at the most", async (t) => {
  const { spelling } = await start(t);
  await assert.rejects(spelling.addWord(PRIYA, "two words"), { code: "bad-message" });
  await assert.rejects(spelling.addWord(PRIYA, " "), { code: "bad-message" });
  await assert.rejects(spelling.addWord(PRIYA, "a".repeat(81)), { code: "too-long" });
  for (const word of ["a", "b", "c"]) await spelling.addWord(PRIYA, word);
  await assert.rejects(spelling.addWord(PRIYA, "d"), { code: "not-allowed" });
  await spelling.addWord(OWNER, "d");
});

test("a dictionary is added and removed by the owner and administrators, and everybody is told", async (t) => {
  const { spelling, announced } = await start(t);
  await assert.rejects(spelling.putDictionary(PRIYA, "de", FILES), { code: "not-allowed" });
  const added = await spelling.putDictionary(OWNER, "de", FILES);
  assert.deepEqual(await announced(), [{ type: "spelling" }]);
  assert.deepEqual(await spelling.dictionaries(), [added]);
  assert.deepEqual(await spelling.files(added.id), FILES);
  const again = await spelling.putDictionary(OWNER, "de", FILES);
  assert.notEqual(again.id, added.id, "what a browser has kept under the old id is not the new one");
  await assert.rejects(spelling.files(added.id), { code: "not-found" });
  await assert.rejects(spelling.removeDictionary(PRIYA, again.id), { code: "not-allowed" });
  await spelling.removeDictionary(OWNER, again.id);
  assert.deepEqual(await spelling.dictionaries(), []);
});

test("what is no Hunspell pair in UTF-8, too large or one too many is refused", async (t) => {
  const { spelling } = await start(t);
  const put = (language: string, change: Partial<typeof FILES> = {}) =>
    spelling.putDictionary(OWNER, language, { ...FILES, ...change });
  for (const language of ["", "German", "de_DE", "../de", "DE"])
    await assert.rejects(put(language), { code: "bad-message" }, language);
  await assert.rejects(put("de", { aff: "SET ISO8859-1\n" }), { code: "bad-message" });
  await assert.rejects(put("de", { dic: "<html></html>" }), { code: "bad-message" });
  await assert.rejects(put("de", { dic: "0\n" }), { code: "bad-message" });
  await assert.rejects(put("de", { dic: "2\nZelt\0\n" }), { code: "bad-message" });
  await assert.rejects(put("de", { dic: `9\n${"Zelt\n".repeat(20)}` }), { code: "too-long" });
  await put("de");
  await put("pt-BR");
  await assert.rejects(put("fr"), { code: "not-allowed" });
});
