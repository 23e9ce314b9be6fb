import assert from "node:assert/strict";
import { test } from "node:test";
import { noFilter, paramsOf } from "./query.ts";

test("a filter that says nothing asks for nothing", () => {
  assert.equal(paramsOf(noFilter).toString(), "");
  assert.equal(paramsOf({ ...noFilter, words: "  " }).toString(), "");
});

test("days are taken from their beginning to their end, by the operator's clock", () => {
  const params = paramsOf({
    ...noFilter,
    words: " red tent ",
    outcome: "missed",
    from: "2026-11-23",
    to: "2026-11-30",
  });
  assert.equal(params.get("words"), "red tent");
  assert.equal(params.get("outcome"), "missed");
  assert.equal(params.get("from"), String(new Date(2026, 10, 23).getTime()));
  assert.equal(params.get("to"), String(new Date(2026, 11, 1).getTime()));
});
