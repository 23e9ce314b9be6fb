import assert from "node:assert/strict";
import { test } from "node:test";
import { readPush } from "./push-url.ts";

const PAGE = "https://shop.example/tents/ridge-2p?colour=green";
const push = (typed: string) => readPush(typed, PAGE, 2_048);
const refusal = (typed: string) => {
  try {
    push(typed);
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

test("a page of the visitor's own origin opens in place", () => {
  assert.deepEqual(push("https://shop.example/returns"), { url: "https://shop.example/returns", as: "page" });
});

test("a relative address is of the page the visitor is on", () => {
  assert.deepEqual(push("/boots"), { url: "https://shop.example/boots", as: "page" });
  assert.deepEqual(push("ridge-1p"), { url: "https://shop.example/tents/ridge-1p", as: "page" });
  assert.deepEqual(push("//shop.example/a"), { url: "https://shop.example/a", as: "page" });
});

test("another site waits for the visitor, also one whose name begins like the shop's", () => {
  assert.equal(push("https://other.example/a").as, "site");
  assert.equal(push("https://shop.example.evil.example/").as, "site");
  assert.equal(push("http://shop.example/").as, "site");
  assert.equal(push("www.other.example/a").url, "https://www.other.example/a");
});

test("images and files are known by their names, wherever they are", () => {
  assert.equal(push("/plan.png").as, "image");
  assert.equal(push("https://other.example/a.SVG?x=1").as, "image");
  assert.equal(push("/size-guide.pdf").as, "file");
});

test("only http and https go through", () => {
  for (const typed of [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,hi",
    "file:///etc/passwd",
  ]) {
    assert.equal(refusal(typed), "url-not-allowed", typed);
  }
  for (const typed of ["vbscript:x", "blob:https://shop.example/1", "ftp://a.example/", "about:blank"]) {
    assert.equal(refusal(typed), "url-not-allowed", typed);
  }
});

test("what no browser can open is refused with a sentence", () => {
  assert.equal(refusal("http://"), "url-not-allowed");
  assert.equal(refusal("http://[::1"), "url-not-allowed");
  assert.equal(refusal("https://user:secret@shop.example/"), "url-not-allowed");
  assert.throws(() => push("https://exa mple.com/"), /not an address that a browser can open/);
});

test("an address over the limit is refused, also when it grows only by being made whole", () => {
  assert.equal(refusal(`/${"a".repeat(5_000)}`), "too-long");
  assert.equal(refusal(`/${"ä".repeat(2_000)}`), "too-long");
  assert.equal(refusal("   "), "empty");
});
