import assert from "node:assert/strict";
import { test } from "node:test";
import { CLOSE, type CloseName, closeReason, readClose } from "./close.ts";

for (const [name, { code, retry }] of Object.entries(CLOSE) as [CloseName, (typeof CLOSE)[CloseName]][]) {
  test(`${name} is read as it was written, with and without a time`, () => {
    assert.deepEqual(readClose(code, closeReason(name)), { isFinal: retry === "never", afterMs: 0 });
    assert.equal(readClose(code, closeReason(name, 3_200)).afterMs, 3_200);
  });

  test(`${name} may be sent by an application, and its reason fits a close frame`, () => {
    assert.ok(code === 1012 || (code >= 4000 && code <= 4999));
    assert.ok(Buffer.byteLength(closeReason(name, Number.MAX_SAFE_INTEGER)) <= 123); // RFC 6455 § 5.5
  });
}

test("no two reasons have the same code", () => {
  const codes = Object.values(CLOSE).map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
});

test("a time is written in whole milliseconds", () => {
  assert.equal(closeReason("restart", 3_200.4), "restart 3200");
  assert.equal(closeReason("restart", 0), "restart 0");
  assert.equal(closeReason("restart"), "restart");
});

test("a code that nobody knows means try again, whatever its reason says", () => {
  for (const code of [1000, 1001, 1005, 1006, 1009, 1011, 1013, 4000, 4999])
    assert.deepEqual(readClose(code, "gateway 60000"), { isFinal: false, afterMs: 0 });
});

test("the code counts and not the reason, which a proxy may have dropped", () => {
  assert.deepEqual(readClose(CLOSE.robot.code, ""), { isFinal: true, afterMs: 0 });
  assert.equal(readClose(CLOSE.restart.code, "robot").isFinal, false);
});

test("a time that makes no sense is none, and no time is longer than an hour", () => {
  for (const reason of ["", "restart", "restart ", "restart soon", "restart NaN", "restart -5", "restart -Infinity"])
    assert.equal(readClose(CLOSE.restart.code, reason).afterMs, 0, reason);
  for (const reason of ["restart 3600001", "restart 1e12", "restart Infinity"])
    assert.equal(readClose(CLOSE.restart.code, reason).afterMs, 3_600_000, reason);
});
