import assert from "node:assert/strict";
import { test } from "node:test";
import { linkOf, splitLinks } from "./links.ts";

test("text without a link is one part", () => {
  assert.deepEqual(splitLinks("1.9 kg all in"), [{ text: "1.9 kg all in" }]);
  assert.deepEqual(splitLinks(""), []);
});

test("a link is cut out of its sentence and the full stop stays outside", () => {
  assert.deepEqual(splitLinks("See https://shop.example/tents?size=2p, please."), [
    { text: "See " },
    { text: "https://shop.example/tents?size=2p", href: "https://shop.example/tents?size=2p" },
    { text: ", please." },
  ]);
});

test("brackets belong to a link only when they are opened in it", () => {
  assert.equal(splitLinks("(https://shop.example/a)")[1]?.text, "https://shop.example/a");
  assert.equal(splitLinks("https://shop.example/a_(b)")[0]?.text, "https://shop.example/a_(b)");
});

test("several links and line breaks keep their order, and nothing is lost", () => {
  const text = "a http://one.example\nb https://two.example/x! c";
  const parts = splitLinks(text);
  assert.equal(parts.map((part) => part.text).join(""), text);
  assert.deepEqual(
    parts.flatMap((part) => part.href ?? []),
    ["http://one.example/", "https://two.example/x"],
  );
});

test("other schemes, addresses with a user name and addresses without a host are text", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.example",
    "https://bank.example@evil.example",
    "http://",
  ])
    assert.deepEqual(splitLinks(text), [{ text }], text);
  assert.equal(linkOf("javascript://shop.example/%0aalert(1)"), undefined);
});

test("a character that turns the direction of writing ends a link", () => {
  assert.equal(splitLinks("https://shop.example/\u202egnp.exe")[0]?.text, "https://shop.example/");
});

test("a long run of punctuation is cut in reasonable time", () => {
  const parts = splitLinks(`https://shop.example/${")".repeat(5_000)}`);
  assert.equal(parts[0]?.text, "https://shop.example/");
});
