import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { authorShape, bodyShape } from "./message.ts";
import { draftShape, fromOperatorShape } from "./operator-to-server.ts";
import { queueStateShape, toOperatorShape } from "./server-to-operator.ts";
import { toVisitorShape } from "./server-to-visitor.ts";
import { list, object, type Shape, ShapeError } from "./shape.ts";
import { PROTOCOL_VERSION } from "./version.ts";
import { fromVisitorShape } from "./visitor-to-server.ts";

const folder = new URL("examples/", import.meta.url);
const files = readdirSync(folder);
const unions = {
  fromVisitor: fromVisitorShape,
  toVisitor: toVisitorShape,
  fromOperator: fromOperatorShape,
  toOperator: toOperatorShape,
};
/** Read first as no more than this, so that the shapes under test have the last word on each message. */
const anything: Shape<unknown> = { parse: (value) => value };
const messages = list(anything, 1_000);
const fileShape = object({ fromVisitor: messages, toVisitor: messages, fromOperator: messages, toOperator: messages });

test("today's version has its examples", () => {
  assert.ok(files.includes(`v${PROTOCOL_VERSION}.json`));
});

for (const file of files) {
  const examples = read(file);
  for (const direction of Object.keys(unions) as (keyof typeof unions)[]) {
    examples[direction].forEach((example, index) => {
      test(`${file}: ${direction} ${index}, ${wordIn(example, "type")}, is read whole`, () => {
        assert.deepEqual(unions[direction].parse(example), example);
      });
    });
  }
}

for (const direction of Object.keys(unions) as (keyof typeof unions)[]) {
  test(`every message of ${direction} has an example`, () => {
    const shown = new Set(read(`v${PROTOCOL_VERSION}.json`)[direction].map((example) => wordIn(example, "type")));
    assert.deepEqual(shown, new Set(wordsOf(unions[direction], "type")));
  });
}

test("every kind of body, author, draft and queue state has an example", () => {
  const shown = kindsIn(read(`v${PROTOCOL_VERSION}.json`));
  const kinds = [bodyShape, authorShape, draftShape, queueStateShape].flatMap((shape) => wordsOf(shape, "kind"));
  assert.deepEqual(shown, new Set(kinds));
});

function read(file: string): { [Direction in keyof typeof unions]: unknown[] } {
  return fileShape.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
}

/** The words of a union, as its refusal of a word that nobody knows lists them. */
function wordsOf(union: Shape<unknown>, tag: string): string[] {
  try {
    union.parse({ [tag]: "?" });
  } catch (error) {
    assert.ok(error instanceof ShapeError);
    const [, words] = /must be one of (.+)\.$/.exec(error.message) ?? [];
    assert.ok(words !== undefined, error.message);
    return words.split(", ");
  }
  return assert.fail("A union took a word that nobody knows.");
}

function wordIn(value: unknown, key: string): string {
  return String(Object.entries(Object(value)).find(([name]) => name === key)?.[1]);
}

/** Every `kind` at any depth. */
function kindsIn(value: unknown, found: Set<unknown> = new Set()): Set<unknown> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "kind") found.add(inner);
    kindsIn(inner, found);
  }
  return found;
}
