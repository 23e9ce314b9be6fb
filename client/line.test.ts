import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { WebSocket as NodeSocket } from "ws";
import { CLOSE } from "../protocol/close.ts";
import { Line } from "./line.ts";
import { call, type Frame, listen, online } from "./scripted-server.test.ts";

test("a line says hello first and is online only after the welcome", async (t) => {
  const server = await listen(t);
  const { line, states, heard } = call(server);
  line.tell({ type: "typing" });
  const peer = await server.next();
  assert.deepEqual(await peer.next(), { type: "hello" });
  assert.equal(line.state.kind, "connecting");
  line.tell({ type: "typing" });
  peer.welcome();
  assert.deepEqual(await states.next(), { kind: "connecting", attempt: 1 });
  assert.deepEqual(await states.next(), { kind: "online" });
  assert.equal((await heard.next()).type, "welcome");
  line.tell({ type: "looking" });
  assert.deepEqual(await peer.next(), { type: "looking" });
});

test("a frame of a kind the line does not know is handed on untouched", async (t) => {
  const { peer, heard } = await online(t);
  const frame = { type: "new-in-2030", nested: { list: [1, null] } };
  peer.say(frame);
  assert.deepEqual(await heard.next(), frame);
});

test("a line that drops comes back and says hello again", async (t) => {
  const { server, peer, states, line } = await online(t);
  peer.socket.terminate();
  assert.equal((await states.next()).kind, "waiting");
  const again = await server.next();
  assert.deepEqual(await again.next(), { type: "hello" });
  again.welcome();
  assert.deepEqual(await states.next(), { kind: "connecting", attempt: 2 });
  assert.deepEqual(await states.next(), { kind: "online" });
  assert.deepEqual(line.state, { kind: "online" });
});

test("a server that restarts is not called before the time it named, whoever presses try again", async (t) => {
  const { line, server, peer, states } = await online(t);
  const closedAt = { wall: Date.now(), steady: performance.now() };
  peer.close("restart", 200);
  const waiting = await states.next();
  assert.ok(waiting.kind === "waiting" && waiting.until >= closedAt.wall + 200);
  line.retryNow();
  await server.next();
  assert.ok(performance.now() - closedAt.steady >= 199);
});

test("a line that is up is not started twice", async (t) => {
  const { line, server, peer } = await online(t);
  line.start();
  line.tell({ type: "looking" });
  assert.deepEqual(await peer.next(), { type: "looking" });
  assert.deepEqual([line.state.kind, server.count], ["online", 1]);
});

const FINAL = ["badMessage", "wrongVersion", "signedOut", "unknownSite", "wrongOrigin", "robot"] as const;
for (const name of FINAL) {
  test(`after ${name} the line stays away until it is started again`, async (t) => {
    const { line, server, peer, states } = await online(t);
    peer.close(name);
    assert.deepEqual(await states.next(), { kind: "closed", code: CLOSE[name].code });
    line.retryNow();
    line.giveUp();
    assert.deepEqual(line.state, { kind: "closed", code: CLOSE[name].code });
    line.start();
    await server.welcomed();
    assert.equal(server.count, 2);
  });
}

test("a dead line is noticed: the line asks, hears nothing, and calls anew", async (t) => {
  const { server, peer } = await online(t, {}, 30);
  peer.answersPings = false;
  assert.deepEqual(await peer.next(), { type: "ping" });
  await server.welcomed();
});

test("a server that never welcomes is given up", async (t) => {
  const server = await listen(t);
  call(server, { heartbeatMs: 20 });
  await server.next();
  await server.next();
});

test("a quiet line whose pings are answered stays", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { line, server, peer, heard } = await online(t, {}, 10_000);
  for (let i = 0; i < 5; i++) {
    t.mock.timers.tick(10_000);
    assert.deepEqual(await peer.next(), { type: "ping" });
    t.mock.timers.tick(9_999);
    assert.deepEqual(await heard.next(), { type: "pong" });
  }
  assert.deepEqual([line.state.kind, server.count], ["online", 1]);
});

test("the person's return makes an online line ask at once whether it still is", async (t) => {
  const { line, peer } = await online(t);
  line.retryNow();
  assert.deepEqual(await peer.next(), { type: "ping" });
});

test("where the network is gone the line is given up without waiting for a heartbeat, and what is asked goes over the next one", async (t) => {
  const { line, server, states } = await online(t);
  line.giveUp();
  assert.equal((await states.next()).kind, "waiting");
  line.retryNow();
  await server.welcomed();
  assert.equal(server.count, 2);
});

test("words that are not JSON make the line call anew", async (t) => {
  const { server, peer } = await online(t);
  peer.socket.send("<html>");
  await server.welcomed();
});

test("the waits are a random part of a window that doubles from 0.3 to 30 seconds", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const waits: number[] = [];
  const line = new Line<Frame, Frame>({
    url: "ws://forbidden.example",
    hello: () => ({ type: "hello" }),
    receive: () => {},
    random: () => 0.5,
    onState: (state) => state.kind === "waiting" && waits.push(state.until - Date.now()),
    WebSocket: Forbidden,
  });
  line.start();
  for (let i = 0; i < 9; i++) t.mock.timers.tick(waits.at(-1) ?? 0);
  assert.deepEqual(waits, [150, 300, 600, 1_200, 2_400, 4_800, 9_600, 15_000, 15_000, 15_000]);
  line.stop();
  t.mock.timers.tick(60_000);
  assert.equal(waits.length, 10);
});

test("a server that welcomes and hangs up is called less and less often", async (t) => {
  const { server, peer, states } = await online(t);
  peer.socket.terminate();
  (await server.welcomed()).socket.terminate();
  await server.welcomed();
  const attempts = [];
  for (let i = 0; i < 4; i++) {
    const state = await states.next();
    if (state.kind === "waiting") attempts.push(state.attempt);
  }
  assert.deepEqual(attempts, [1, 2]);
});

test("a line that held begins its waits anew", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { server, peer, states, heard } = await online(t, {}, 1);
  for (let current = peer, i = 0; i < 2; i++) {
    for (const since = performance.now(); performance.now() - since < 2;) {
      t.mock.timers.tick(1);
      assert.deepEqual(await current.next(), { type: "ping" });
      assert.deepEqual(await heard.next(), { type: "pong" });
    }
    current.socket.terminate();
    const state = await states.next();
    assert.equal(state.kind === "waiting" && state.attempt, 1);
    t.mock.timers.tick(0);
    current = await server.welcomed();
    for (const kind of ["connecting", "online"]) assert.equal((await states.next()).kind, kind);
    assert.equal((await heard.next()).type, "welcome");
  }
});

test("what a socket says after it was given up is not heard", async (t) => {
  const { line, server, peer, heard } = await online(t, { WebSocket: NodeSocket });
  peer.socket.pause(); // So that it does not learn of the goodbye.
  line.stop();
  peer.say({ type: "late" });
  line.start();
  const again = await server.welcomed();
  assert.equal((await heard.next()).type, "welcome");
  again.say({ type: "new" });
  assert.deepEqual(await heard.next(), { type: "new" });
});

test("a server that is not there is an ordinary failure, to the ws package's socket too", async (t) => {
  for (const WebSocket of [NodeSocket, globalThis.WebSocket]) {
    const server = await listen(t);
    await server.stop();
    const { states } = call(server, { WebSocket });
    const kinds = [];
    for (let i = 0; i < 4; i++) kinds.push((await states.next()).kind);
    assert.deepEqual(kinds, ["connecting", "waiting", "connecting", "waiting"]);
  }
});

test("a stopped line says goodbye and leaves no timer behind", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { line, peer, states } = await online(t);
  line.stop();
  assert.deepEqual(await states.next(), { kind: "closed" });
  await once(peer.socket, "close");
  t.mock.timers.tick(3_600_000);
  assert.deepEqual(line.state, { kind: "closed" });
});

class Forbidden {
  readonly bufferedAmount = 0;
  onopen: unknown;
  onmessage: unknown;
  onclose: unknown;
  onerror: unknown;
  constructor() {
    throw new Error("The page's policy forbids this address.");
  }
  send(): void {}
  close(): void {}
}
