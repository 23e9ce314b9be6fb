import assert from "node:assert/strict";
import { test } from "node:test";
import { initials } from "./initials.ts";

test("initials are of the first and the last word, or of the only one", () => {
  assert.equal(initials("Maya Okafor"), "MO");
  assert.equal(initials("Priya"), "PR");
  assert.equal(initials(" ana  maría de la cruz "), "AC");
  assert.equal(initials("𝒜𝒷"), "𝒜𝒷");
  assert.equal(initials(""), "");
});
