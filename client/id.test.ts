import assert from "node:assert/strict";
import { test } from "node:test";
import { idShape } from "../protocol/message.ts";
import { newId } from "./id.ts";

test("an id has the time and 96 bits, is safe in a URL, fits the protocol and does not come twice", () => {
  const ids = Array.from({ length: 10_000 }, newId);
  for (const id of ids) {
    assert.match(id, /^[0-9a-z]{8}[0-9a-f]{24}$/);
    assert.equal(idShape.parse(id), id);
  }
  assert.equal(new Set(ids).size, ids.length);
});
