import assert from "node:assert/strict";
import { test } from "node:test";
import { firstWord, languageIn, readPair } from "./pair.ts";

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

test("a pair in another encoding becomes one in UTF-8", () => {
  const pair = readPair(latin1("# Wörter\nSET ISO8859-1\nTRY esä\n"), latin1("1\nSchlafsäcke/Ä\n"));
  assert.deepEqual(pair, { aff: "FLAG UTF-8\n# Wörter\nSET UTF-8\nTRY esä\n", dic: "1\nSchlafsäcke/Ä\n" });
  assert.equal(readPair(latin1("SET ISO8859-1\nFLAG long\n"), latin1("1\na\n"))?.aff, "SET UTF-8\nFLAG long\n");
  const russian = readPair(latin1("SET microsoft-cp1251\n"), Uint8Array.from([0x31, 0x0a, 0xef, 0xf0, 0xe8]));
  assert.equal(russian?.dic, "1\nпри");
});

test("a pair in UTF-8 stays as it is, with or without saying so", () => {
  assert.deepEqual(readPair(utf8("\uFEFFSET UTF-8\n"), utf8("1\nSäcke\n")), { aff: "SET UTF-8\n", dic: "1\nSäcke\n" });
  assert.deepEqual(readPair(utf8("TRY e\n"), utf8("1\nSäcke\n")), { aff: "TRY e\n", dic: "1\nSäcke\n" });
});

test("what is in another encoding than it says, or in none that is known, is no pair", () => {
  assert.equal(readPair(utf8("SET UTF-8\n"), latin1("1\nSäcke\n")), undefined);
  assert.equal(readPair(utf8("SET KLINGON\n"), utf8("1\na\n")), undefined);
});

test("the language is read from the file's name, where it says one", () => {
  assert.equal(languageIn("de_DE_frami.aff"), "de-DE");
  assert.equal(languageIn("fr.dic"), "fr");
  assert.equal(languageIn("pt-BR.aff"), "pt-BR");
  assert.equal(languageIn("index.aff"), "");
});

test("a list of words is tried with the first that is one", () => {
  assert.equal(firstWord("3\r\n0/nm\r\nZelt/ns\r\nTasche"), "Zelt");
  assert.equal(firstWord("0\n"), undefined);
});
