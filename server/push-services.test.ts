import assert from "node:assert/strict";
import { test } from "node:test";
import { isPrivate, PUSH_SERVICES, PushServices } from "./push-services.ts";

test("browsers are called at their makers' push services by https, and nowhere else", () => {
  const services = new PushServices(PUSH_SERVICES);
  const good = [
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://db5p.notify.windows.com/w/?token=abc",
    "https://web.push.apple.com/abc",
  ];
  const bad = [
    "http://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com:8443/fcm/send/abc",
    "https://maya@fcm.googleapis.com/abc",
    "https://fcm.googleapis.com.evil.example/abc",
    "https://evil.example/fcm.googleapis.com",
    "https://evilpush.apple.com/abc",
    "https://push.apple.com.evil.example/abc",
    "https://127.0.0.1/abc",
    "https://[::1]/abc",
    "https://localhost/abc",
    "https://web.push.apple.com:22/abc",
    "ftp://web.push.apple.com/abc",
    "no address",
  ];
  for (const endpoint of good) assert.ok(services.allow(endpoint), endpoint);
  for (const endpoint of bad) assert.ok(!services.allow(endpoint), endpoint);
});

test("services of one's own are those that are named, with their port", () => {
  const services = new PushServices(["push.example:8443", "*.lan.example"]);
  assert.ok(services.allow("https://push.example:8443/a"));
  assert.ok(services.allow("https://one.lan.example/a"));
  assert.ok(!services.allow("https://push.example/a"));
  assert.ok(!services.allow("https://lan.example/a"));
  assert.ok(!services.allow("https://fcm.googleapis.com/a"), "the list is the whole list");
});

test("an address of one's own computer or network is nobody's push service", () => {
  const own = ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"];
  for (const address of [...own, "::1", "::", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"])
    assert.ok(isPrivate(address), address);
  for (const address of ["142.250.74.74", "2a00:1450:4001:80f::200a", "172.32.0.1", "11.0.0.1"])
    assert.ok(!isPrivate(address), address);
});
