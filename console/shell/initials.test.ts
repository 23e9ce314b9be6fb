import assert from "node:assert/strict";
import { test } from "node:test";
import { initials } from "./initials.ts";

test("initials are those of the first and the last word", () => {
  assert.equal(initials("M. Okafor"), "MO");
  assert.equal(initials("Ana María de la Cruz"), "AC");
  assert.equal(initials("priya"), "PR");
  assert.equal(initials("李 明"), "李明");
  assert.equal(initials(""), "");
});
