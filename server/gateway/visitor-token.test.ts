import assert from "node:assert/strict";
import { test } from "node:test";
import { VisitorTokens } from "./visitor-token.ts";

const tokens = new VisitorTokens("a secret of this installation");

test("a token gives its visitor's number back, at its own site only", () => {
  const token = tokens.make("site-1", 48_211);
  assert.equal(tokens.read("site-1", token), 48_211);
  assert.equal(tokens.read("site-2", token), undefined);
});

test("a token that was not made here is nobody's", () => {
  const token = tokens.make("site-1", 48_211);
  const [, signature] = token.split(".");
  const forged = [
    `48212.${signature}`,
    `048211.${signature}`,
    "48211",
    "48211.",
    `-1.${signature}`,
    "",
    "....",
    `1e3.${signature}`,
  ];
  for (const text of forged) assert.equal(tokens.read("site-1", text), undefined, text);
  assert.equal(new VisitorTokens("another secret").read("site-1", token), undefined);
});
