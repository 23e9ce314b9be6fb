import assert from "node:assert/strict";
import { test } from "node:test";
import { limitKey } from "./limit-key.ts";

test("an IPv4 address counts for itself, an IPv6 address for its /64 network however it is written", () => {
  assert.equal(limitKey("203.0.113.9"), "203.0.113.9");
  assert.equal(limitKey("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2");
  assert.equal(limitKey("2001:0DB8:0001:0002::9"), "2001:db8:1:2");
  assert.equal(limitKey("2001:db8::1"), "2001:db8:0:0");
  assert.equal(limitKey("::1"), "0:0:0:0");
  assert.equal(limitKey("fe80::1%eth0"), "fe80:0:0:0");
});
