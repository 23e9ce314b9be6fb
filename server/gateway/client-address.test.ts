import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { TrustedProxies } from "./client-address.ts";

function request(direct: string, forwarded?: string): IncomingMessage {
  return { socket: { remoteAddress: direct }, headers: { "x-forwarded-for": forwarded } } as unknown as IncomingMessage;
}

test("without trusted proxies nobody's word is taken for another address", () => {
  assert.equal(new TrustedProxies([]).clientAddress(request("198.51.100.7", "203.0.113.1")), "198.51.100.7");
});

test("behind trusted proxies the last hop that is none of them counts", () => {
  const proxies = new TrustedProxies(["10.0.0.0/8", "::1"]);
  assert.equal(proxies.clientAddress(request("10.1.2.3", "192.0.2.66, 203.0.113.1, 10.9.9.9")), "203.0.113.1");
  assert.equal(proxies.clientAddress(request("::1", "2001:db8::5")), "2001:db8::5");
  assert.equal(proxies.clientAddress(request("198.51.100.7", "203.0.113.1")), "198.51.100.7");
});

test("a header that is no list of addresses is not believed", () => {
  assert.equal(new TrustedProxies(["10.0.0.0/8"]).clientAddress(request("10.1.2.3", "<script>, unknown")), "10.1.2.3");
});

test("an IPv4 address arrives as itself on a socket that speaks both", () => {
  const proxies = new TrustedProxies(["10.0.0.0/8"]);
  assert.equal(proxies.clientAddress(request("::ffff:10.1.2.3", "203.0.113.1")), "203.0.113.1");
  assert.equal(new TrustedProxies([]).clientAddress(request("::ffff:192.0.2.1")), "192.0.2.1");
});
