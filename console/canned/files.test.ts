import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CannedRecord, inParts, newAmong, readRecords, toCsv, toJson } from "./files.ts";

const hello: CannedRecord = { kind: "message", folder: "Hello", title: "Greeting", text: "Hello {visitor.name|there}" };
const odd: CannedRecord = { kind: "url", folder: "", title: 'A "b"; c, d', text: "one\r\ntwo\nthree" };

test("what was exported is read again as it was", () => {
  for (const content of [toJson([hello, odd]), toCsv([hello, odd])])
    assert.deepEqual(readRecords(content, "message"), [hello, odd]);
});

test("whatever it holds, a file of either form is read as it was written", () => {
  const words = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `x${text}x`);
  const record = fc.record(
    { kind: fc.constantFrom("message", "url"), folder: words, title: words, text: words },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), (records) => {
      assert.deepEqual(readRecords(toCsv(records), "message"), records);
      assert.deepEqual(readRecords(toJson(records), "message"), records);
    }),
  );
});

test("a spreadsheet's own file is read: semicolons, other columns, no kind, empty lines", () => {
  const content = 'Title;Text;Used;Folder\n\nTimes;"5; or 7 days";3;Delivery\r\nLast;one;;\n';
  assert.deepEqual(readRecords(content, "url"), [
    { kind: "url", folder: "Delivery", title: "Times", text: "5; or 7 days" },
    { kind: "url", folder: "", title: "Last", text: "one" },
  ]);
});

test("what is something else is not read", () => {
  for (const content of [
    "",
    "hello",
    "a,b\n1,2\n",
    "{}",
    "[1]",
    '[{"title":"x"}]',
    '[{"title":"","text":"x"}]',
    "[",
    "title,text\n,x\n",
  ])
    assert.equal(readRecords(content, "message"), undefined, content);
});

test("what is there already is not added again, and nothing twice", () => {
  assert.deepEqual(newAmong([hello, odd, odd], [{ ...hello }]), [odd]);
});

test("parts are as large as a request can be, and a large item is alone", () => {
  const wish = (text: string) => ({ ...hello, text, shared: false });
  const parts = inParts([wish("a"), wish("b"), wish("x".repeat(900)), wish("c")], 400);
  assert.deepEqual(
    parts.map((part) => part.length),
    [2, 1, 1],
  );
  assert.deepEqual(inParts([]), []);
});
