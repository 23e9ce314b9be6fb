import assert from "node:assert/strict";
import { test } from "node:test";
import { safeUrl, shortUrl, splitLinks } from "./links.ts";

test("addresses in a text become links, the sentence's punctuation stays outside", () => {
  assert.deepEqual(splitLinks("See https://a.example/b?c=d#e, or (http://x.example/y_(z))."), [
    { text: "See " },
    { text: "https://a.example/b?c=d#e", href: "https://a.example/b?c=d#e" },
    { text: ", or (" },
    { text: "http://x.example/y_(z)", href: "http://x.example/y_(z)" },
    { text: ")." },
  ]);
});

test("a text without addresses stays one piece", () => {
  assert.deepEqual(splitLinks("no links here"), [{ text: "no links here" }]);
  assert.deepEqual(splitLinks(""), []);
});

test("nothing but http and https becomes a link", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.example/",
    "//a.example",
    "https://",
    "http://[",
  ]) {
    assert.deepEqual(splitLinks(text), [{ text }], text);
  }
});

test("an address that poses as another one with a user name stays text", () => {
  const text = "https://bank.example@evil.example/";
  assert.deepEqual(splitLinks(text), [{ text }]);
});

test("a safe address is http or https, unless more is let through", () => {
  assert.equal(safeUrl("HTTPS://A.example"), "https://a.example/");
  for (const text of [
    undefined,
    "",
    "/relative",
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "mailto:a@b.example",
  ]) {
    assert.equal(safeUrl(text), undefined);
  }
  assert.equal(safeUrl("mailto:a@b.example", /^mailto:$/), "mailto:a@b.example");
});

test("a card names the path on its own site and the host elsewhere", () => {
  const here = "https://shop.example";
  assert.equal(shortUrl("https://shop.example/tents/ridge%202?x=1", here, true), "/tents/ridge 2?x=1");
  assert.equal(shortUrl("https://other.example/", here, false), "other.example");
  assert.equal(shortUrl("https://other.example/%E0%A4%A", here, false), "other.example/%E0%A4%A");
});

test("a card names a picture or a file of its own site without the folders it lies in", () => {
  const here = "https://shop.example";
  assert.equal(shortUrl("https://shop.example/media/2026/floor%20plan.svg", here, false), "floor plan.svg");
  assert.equal(shortUrl("https://shop.example/media/plan.svg?of=a/b#c/d", here, false), "plan.svg?of=a/b#c/d");
  assert.equal(shortUrl("https://other.example/media/plan.svg", here, false), "other.example/media/plan.svg");
});
