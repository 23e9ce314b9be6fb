import assert from "node:assert/strict";
import { test } from "node:test";
import { ownOrigins } from "./own-origins.ts";

test("with a public address the server is that one alone", () => {
  assert.deepEqual(ownOrigins({ publicUrl: "https://chat.example.com", host: "0.0.0.0" }, 4400), [
    "https://chat.example.com",
  ]);
});

test("on this computer alone the server has the names of the loopback, the friendliest first", () => {
  const names = ["http://localhost:4400", "http://127.0.0.1:4400", "http://[::1]:4400"];
  assert.deepEqual(ownOrigins({ publicUrl: undefined, host: "127.0.0.1" }, 4400), names);
});

test("open to the network the server also has its addresses; on one address only that", () => {
  const open = ownOrigins({ publicUrl: undefined, host: "0.0.0.0" }, 4400);
  assert.equal(open[0], "http://localhost:4400");
  for (const origin of open) assert.equal(URL.parse(origin)?.origin, origin);
  assert.deepEqual(ownOrigins({ publicUrl: undefined, host: "192.0.2.7" }, 80), ["http://192.0.2.7"]);
  assert.deepEqual(ownOrigins({ publicUrl: undefined, host: "2001:db8::7" }, 4400), ["http://[2001:db8::7]:4400"]);
});
