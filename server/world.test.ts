import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "./world.ts";

test("no id comes twice, each begins with its time, and none shares its random part", () => {
  const ids = Array.from({ length: 2_000 }, () => world.newId());
  assert.equal(new Set(ids.map((id) => id.slice(-16))).size, ids.length);
  assert.ok(ids.every((id) => /^[a-z0-9]{8}[\w-]{16}$/.test(id)));
  assert.deepEqual(
    ids.map((id) => id.slice(0, 8)),
    ids.map((id) => id.slice(0, 8)).sort(),
  );
});
