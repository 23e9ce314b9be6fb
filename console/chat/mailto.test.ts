import assert from "node:assert/strict";
import { test } from "node:test";
import { mailto } from "./mailto.ts";

test("the answer goes to the address and quotes the message line by line", () => {
  const url = new URL(mailto("ada@mail.example", "Your message", "Hi!\nDoes it fit?"));
  assert.equal(url.pathname, "ada@mail.example");
  assert.equal(url.searchParams.get("subject"), "Your message");
  assert.equal(url.searchParams.get("body"), "\r\n\r\n> Hi!\r\n> Does it fit?");
});

test("an address cannot add recipients or change the subject", () => {
  const url = new URL(mailto("a@b.example?bcc=c@d.example&subject=x,e@f.example", "S", ""));
  assert.deepEqual([...url.searchParams.keys()], ["subject", "body"]);
  assert.equal(url.searchParams.get("subject"), "S");
});

test("a long message, or one with half a character in it, still makes a link", () => {
  assert.ok(mailto("a@b.example", "S", "🎒".repeat(5_000)).length < 20_000);
  assert.ok(mailto("a@b.example", "S", "\ud83c").startsWith("mailto:a@b.example"));
});
