import assert from "node:assert/strict";
import { test } from "node:test";
import { formatSpan, formatTime } from "./format.ts";

test("a span is counted as a clock does", () => {
  assert.equal(formatSpan(0), "0:00");
  assert.equal(formatSpan(41_999), "0:41");
  assert.equal(formatSpan(760_000), "12:40");
  assert.equal(formatSpan(3_729_000), "1:02:09");
  assert.equal(formatSpan(100 * 3_600_000), "100:00:00");
});

test("a clock that runs behind the server's shows no negative span", () => {
  assert.equal(formatSpan(-500), "0:00");
});

test("today is a time, another day has its date, another year its year", () => {
  const now = new Date(2026, 10, 23, 14, 2).getTime();
  assert.equal(formatTime("de", now, now), "14:02");
  assert.match(formatTime("de", new Date(2026, 8, 12, 9, 5).getTime(), now), /12\. Sept?\.?.*09:05/);
  assert.match(formatTime("de", new Date(2025, 8, 12, 9, 5).getTime(), now), /2025/);
});
