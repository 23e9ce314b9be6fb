import assert from "node:assert/strict";
import { test } from "node:test";
import { readOrigins } from "./origins.ts";

test("addresses are read from lines and commas, once each, without paths", () => {
  assert.deepEqual(readOrigins("https://Shop.test/tents, http://localhost:3000\n\nhttps://shop.test"), {
    origins: ["https://shop.test", "http://localhost:3000"],
    wrong: undefined,
  });
  assert.deepEqual(readOrigins("  "), { origins: [], wrong: undefined });
});

test("what is not the address of a site is named as it was typed", () => {
  for (const wrong of ["shop.test", "ftp://shop.test", "https://*.shop.test", "javascript:alert(1)"])
    assert.equal(readOrigins(`https://ok.test ${wrong}`).wrong, wrong);
});
