import assert from "node:assert/strict";
import { WebSocket } from "ws";
import { newId } from "../client/id.ts";
import { CLOSE } from "../protocol/close.ts";
import type { ToOperator } from "../protocol/server-to-operator.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

test("V1: a line that dies without a word is dropped, and its visitor leaves the list", async (t) => {
  const shop = await startShop(t, { config: { heartbeatMs: 1_000, graceMs: 1_000 } });
  let total = -1;
  const operator = shop.operator(shop.owner, {
    onFrame: (frame: ToOperator) => {
      if (frame.type === "rows") total = frame.total;
    },
  });
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const window = { site: shop.site.id, filter: { text: "", statuses: [] }, first: 0, count: 10 };
  operator.line.tell({ type: "window", window: { ...window, sort: { by: "arrived", descending: false } } });
  // A phone in a tunnel: the socket is open as far as anybody knows, and nothing comes back through it.
  const socket = new WebSocket(`${shop.url.replace("http", "ws")}/ws/visitor`, {
    autoPong: false,
    headers: { origin: "https://shop.example", "user-agent": "Mozilla/5.0 (Android 16; Mobile) Firefox/140.0" },
  });
  t.after(() => socket.terminate());
  let closedWith = 0;
  socket.on("close", (code) => {
    closedWith = code;
    shop.signals.happened();
  });
  await new Promise((resolve) => socket.once("open", resolve));
  const page = { url: "https://shop.example/", title: "Home" };
  const visit = { count: 1, elapsedMs: 0, pages: 1, cameFrom: "" };
  const hello = {
    type: "hello",
    version: PROTOCOL_VERSION,
    site: shop.site.key,
    tab: newId(),
    page,
    looking: true,
    visit,
  };
  socket.send(JSON.stringify({ ...hello, language: "en", timeZone: "Europe/Berlin" }));
  await shop.until("the visitor is in the list", () => total === 1);
  await shop.until("the line is dropped", () => closedWith === CLOSE.deadLine.code || closedWith === 1006);
  await shop.until("the visitor has left the list", () => total === 0);
});

test("V1: a server that stood still for a while takes nobody for dead", async (t) => {
  const shop = await startShop(t, { config: { heartbeatMs: 400 } });
  const states: string[] = [];
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const visitor = shop.visitor({ onState: ({ kind }) => states.push(kind) });
  await shop.until("the visitor is there", () => visitor.line.state.kind === "online");
  // Both ends live in this process, and both stand still: the answer to the last ping is read after the next heartbeat is due.
  for (const _ of [1, 2, 3]) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    await visitor.say("Still here");
  }
  assert.equal(states.at(-1), "online");
  assert.equal(states.filter((kind) => kind === "online").length, 1);
});
