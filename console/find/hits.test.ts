import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../protocol/message.ts";
import { findHits, saidIn } from "./hits.ts";

const say = (id: string, body: Message["body"]): Message => {
  return { id, seq: 1, author: { kind: "visitor" }, at: 0, body };
};
const text = (id: string, said: string) => say(id, { kind: "text", text: said });
const found = (messages: Message[], query: string) =>
  findHits(messages, query).map(({ message, from, to }) => {
    const body = messages.find(({ id }) => id === message)?.body;
    return [message, body && saidIn(body).slice(from, to)];
  });

test("something said is found whatever the case of letters and the marks on them, every time it was said", () => {
  const messages = [text("a", "Zelte? Das ZELT!"), text("b", "Öl für den Kocher"), text("c", "Cafe\u0301 and don’t")];
  assert.deepEqual(found(messages, "zelt"), [
    ["a", "Zelt"],
    ["a", "ZELT"],
  ]);
  assert.deepEqual(found(messages, "ol fur"), [["b", "Öl für"]]);
  assert.deepEqual(found(messages, "café"), [["c", "Cafe\u0301"]]);
  assert.deepEqual(found(messages, "DON'T"), [["c", "don’t"]]);
  assert.deepEqual(found([text("d", "😀😀 x")], "😀"), [
    ["d", "😀"],
    ["d", "😀"],
  ]);
});

test("formatted messages are searched as they are read; events, pages and nothing are not", () => {
  const tree = [{ tag: "p", children: ["We ", { tag: "b", children: ["ship"] }, " today"] }] as const;
  const messages = [
    say("rich", { kind: "rich", tree } as unknown as Message["body"]),
    say("event", { kind: "event", event: "requested" }),
    say("push", { kind: "push", url: "https://shop.example/ship", as: "page" }),
  ];
  assert.deepEqual(found(messages, "we ship today"), [["rich", "We ship today"]]);
  assert.deepEqual(findHits(messages, "  "), []);
  assert.equal(findHits([text("long", "a".repeat(5_000))], "a").length, 1_000);
});
