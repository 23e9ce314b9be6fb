import assert from "node:assert/strict";
import { test } from "node:test";
import { startNameServer } from "../../test/harness/name-server.ts";
import { type HostNameBounds, HostNames, pointerOf } from "./host-names.ts";

const reversed = (last: number) => `${last}.2.0.192.in-addr.arpa`;

function open(at: string, more: Partial<HostNameBounds> = {}) {
  const clock = { now: 0 };
  const bounds = { hostNameMs: 2_000, hostNamesAtOnce: 2, hostNamesKept: 3, nameServers: [at], ...more };
  return { clock, names: new HostNames({ hostNames: "asked", ...bounds }, () => clock.now) };
}

test("an address's name is kept under the address read backwards", () => {
  assert.equal(pointerOf("192.0.2.17"), "17.2.0.192.in-addr.arpa");
  assert.equal(pointerOf("::ffff:192.0.2.17"), "17.2.0.192.in-addr.arpa");
  const zeros = (count: number) => "0.".repeat(count);
  assert.equal(pointerOf("2001:db8::567:89ab"), `b.a.9.8.7.6.5.0.${zeros(16)}8.b.d.0.1.0.0.2.ip6.arpa`);
  assert.equal(pointerOf("::1"), `1.${zeros(31)}ip6.arpa`);
  assert.equal(pointerOf("fe80::%eth0"), `${zeros(28)}0.8.e.f.ip6.arpa`);
});

test("a name is asked for once, kept for an hour, and so is that there is none", async (t) => {
  const server = await startNameServer(t, { [reversed(1)]: "one.example" });
  const { names, clock } = open(server.at);
  const both = await Promise.all([names.of("192.0.2.1"), names.of("192.0.2.1")]);
  assert.deepEqual(both, ["one.example", "one.example"]);
  assert.equal(await names.of("192.0.2.2"), undefined);
  assert.equal(await names.of("192.0.2.2"), undefined);
  assert.deepEqual(server.asked, [reversed(1), reversed(2)]);
  clock.now = 3_600_000;
  assert.equal(await names.of("192.0.2.1"), "one.example");
  assert.equal(server.asked.length, 3);
});

test("no more are looked up at a time, waited for and kept than the bounds say", async (t) => {
  const known = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((last) => [reversed(last), `host-${last}.example`]));
  const server = await startNameServer(t, known);
  const { names } = open(server.at);
  // Two at work and three in wait: there is no room for the others.
  const found = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((last) => names.of(`192.0.2.${last}`)));
  assert.deepEqual(found, [...[1, 2, 3, 4, 5].map((last) => `host-${last}.example`), undefined, undefined]);
  assert.equal(server.asked.length, 5);
  await names.of("192.0.2.5");
  assert.equal(server.asked.length, 5, "kept");
  await names.of("192.0.2.1");
  assert.equal(server.asked.length, 6, "not kept any more");
});

test("who does not answer in time is given up, and asked again next time", async (t) => {
  const server = await startNameServer(t, {}, [reversed(1)]);
  const { names } = open(server.at, { hostNameMs: 250 });
  assert.equal(await names.of("192.0.2.1"), undefined);
  const before = server.asked.length;
  assert.equal(await names.of("192.0.2.1"), undefined);
  assert.ok(server.asked.length > before);
});

test("what is no host name, and what is no address, has none", async (t) => {
  const server = await startNameServer(t, { [reversed(1)]: "<img src=x>.example" });
  const { names } = open(server.at);
  assert.equal(await names.of("192.0.2.1"), undefined);
  assert.equal(await names.of("nonsense"), undefined);
});
