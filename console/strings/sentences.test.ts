import assert from "node:assert/strict";
import { test } from "node:test";
import type { z } from "zod";
import { departmentShape } from "../../server/gateway/department-shape.ts";
import * as shapes from "../../server/gateway/rest-shapes.ts";
import { sentences } from "./de/sentences.ts";
import { translated } from "./sentences.ts";

const known = { sites: () => [], departments: () => [] };
/** The forms that people fill in, and what is wrong with each. */
const FORMS: readonly z.ZodType[] = [
  shapes.setUpShape(1),
  shapes.signInShape,
  shapes.changePasswordShape,
  shapes.joinShape,
  shapes.resetShape,
  shapes.siteShape(1),
  shapes.operatorShape(known),
  shapes.cannedWordsShape,
  shapes.ownWordShape,
  shapes.banShape,
  shapes.retentionShape,
  departmentShape(() => []),
];
const long = "x".repeat(20_000);
const fields = (value: unknown): object =>
  Object.fromEntries(
    ["account", "login", "name", "password", "current", "next", "ticket", "title", "text", "folder", "word", "reason"]
      .concat(["address", "site", "chats"])
      .map((name) => [name, value]),
  );
const WRONG = [
  {},
  fields(""),
  fields(long),
  { ...fields("x y"), origins: ["nonsense", "https://a.example", "https://b.example"], forMs: 1 },
  { ...fields("x"), site: { name: "", origins: [] } },
  { ...fields("x"), role: "operator", sites: [], departments: [] },
  { queue: { rule: "off", mostChats: 0, answerMs: 1 } },
  { queue: { rule: "off", mostChats: 1, answerMs: 99_999_999 } },
];
/** What only a program can get wrong. */
const OF_PROGRAMS = /must be true or false|^The role must be|^Invalid|^Unrecognized|^Too |^A visitor is a number/;

test("whatever the server says of a form that people fill in is told in German, too", () => {
  const said = new Set<string>();
  for (const form of FORMS)
    for (const wrong of WRONG) for (const { message } of form.safeParse(wrong).error?.issues ?? []) said.add(message);
  const told = [...said].filter((sentence) => !OF_PROGRAMS.test(sentence));
  assert.ok(told.length > 20, `only ${told.length} sentences`);
  assert.deepEqual(
    told.filter((sentence) => translated(sentence, sentences) === sentence),
    [],
  );
});

test("a sentence that is not known stays as it is", () => {
  assert.equal(translated("The moon is full.", sentences), "The moon is full.");
  assert.equal(translated("The title is missing.", sentences), "Der Titel fehlt.");
});
