import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../protocol/message.ts";
import { fileName, type Script, toJson, toText } from "./script.ts";

test("a text file holds who said what and when, and what happened", () => {
  const script: Script = {
    title: "Chat with Ada",
    about: "Northwind",
    lines: [
      { kind: "line", text: "accepted by Maya" },
      { kind: "said", time: "14:02", speaker: "Ada", own: false, body: { kind: "text", text: "Hello" } },
      {
        kind: "said",
        time: "14:03",
        speaker: "Maya",
        own: true,
        body: {
          kind: "rich",
          tree: [
            { tag: "p", children: ["See ", { tag: "a", href: "https://x.example/", children: ["this"] }] },
            { tag: "ul", children: [{ tag: "li", children: ["one"] }] },
            { tag: "img", src: "https://x.example/a.png", alt: "a tent" },
          ],
        },
      },
      { kind: "push", time: "14:04", speaker: "Maya", url: "https://x.example/a", report: "loaded" },
    ],
  };
  assert.equal(
    toText(script),
    `Chat with Ada
Northwind

--- accepted by Maya ---

[14:02] Ada: Hello
[14:03] Maya: See this <https://x.example/>
one
a tent <https://x.example/a.png>
[14:04] Maya: https://x.example/a (loaded)
`,
  );
});

test("a JSON file holds the messages as they are, with times that people can read", () => {
  const marks = { delivered: 1, seen: 1 };
  const conversation = {
    id: "c",
    site: "s",
    visitor: 7,
    status: "ended",
    requestedAt: 0,
    lastSeq: 1,
    visitorMarks: marks,
    operatorMarks: marks,
  } as const;
  const message: Message = {
    seq: 1,
    id: "m",
    author: { kind: "visitor" },
    at: 1_000,
    body: { kind: "text", text: "Hi" },
  };
  assert.deepEqual(JSON.parse(toJson(conversation, "Northwind", [message])), {
    format: "shopbell-chat",
    version: 1,
    id: "c",
    site: "Northwind",
    visitor: 7,
    status: "ended",
    requestedAt: "1970-01-01T00:00:00.000Z",
    messages: [
      { seq: 1, at: "1970-01-01T00:00:01.000Z", author: { kind: "visitor" }, body: { kind: "text", text: "Hi" } },
    ],
  });
});

test("a visitor's name makes no path, no hidden file and nothing that is turned around", () => {
  const at = new Date(2026, 10, 3, 4, 5).getTime();
  assert.equal(fileName(at, "Ada K.", 7), "2026-11-03 04-05 Ada K #7");
  assert.equal(fileName(at, "#7", 7), "2026-11-03 04-05 #7");
  assert.equal(fileName(at, "../../etc/passwd", 7), "2026-11-03 04-05 _.._etc_passwd #7");
  assert.equal(fileName(at, 'a:b*c?"\u202efdp\n', 7), "2026-11-03 04-05 a_b_c_fdp_ #7");
});
