import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { WebSocket as NodeSocket } from "ws";
import { CLOSE } from "../protocol/close.ts";
import { Refused } from "./line.ts";
import { call, listen, memory, online } from "./scripted-server.test.ts";

test("an acknowledged message is settled and never sent again", async (t) => {
  const { line, server, peer, settled } = await online(t);
  const answer = line.ask({ type: "send", id: "one" });
  assert.deepEqual(await peer.next(), { type: "send", id: "one" });
  peer.say({ type: "ack", id: "one", conversation: "c", seq: 7, at: 8 });
  assert.deepEqual(await answer, { type: "ack", id: "one", conversation: "c", seq: 7, at: 8 });
  assert.deepEqual(settled, ["one ack"]);
  assert.deepEqual(line.unsent(), []);
  peer.socket.terminate();
  const again = await server.welcomed();
  void line.ask({ type: "send", id: "two" });
  assert.deepEqual(await again.ids(1), ["two"]);
});

test("what was not answered is sent again in its order, under its id, before anything new", async (t) => {
  const { line, server, peer } = await online(t);
  const answers = ["one", "two", "three"].map((id) => line.ask({ type: "send", id }));
  for (let i = 0; i < 3; i++) await peer.next();
  peer.say({ type: "ack", id: "two" });
  await answers[1];
  peer.socket.terminate();
  const again = await server.next();
  await again.next();
  void line.ask({ type: "send", id: "four" });
  again.welcome();
  assert.deepEqual(await again.ids(3), ["one", "three", "four"]);
});

test("what is asked and told upon the welcome comes after what was asked before", async (t) => {
  const server = await listen(t);
  const { line } = call(server, {
    onState: ({ kind }) => kind === "online" && line.tell({ type: "looking", id: "told" }),
    receive: ({ type }) => type === "welcome" && void line.ask({ type: "open", id: "new" }),
  });
  void line.ask({ type: "send", id: "old" });
  const peer = await server.welcomed();
  assert.deepEqual(await peer.ids(3), ["old", "told", "new"]);
});

test("a refusal rejects with the server's code, sentence and name", async (t) => {
  const { line, peer, settled } = await online(t);
  const answer = line.ask({ type: "accept", id: "one" });
  peer.say({ type: "refused", id: "one", code: "already-accepted", sentence: "Ann was first.", by: "Ann" });
  const refused = await answer.catch((error: unknown) => error);
  assert.ok(refused instanceof Refused);
  assert.deepEqual([refused.code, refused.message, refused.by], ["already-accepted", "Ann was first.", "Ann"]);
  assert.deepEqual(settled, ["one already-accepted"]);
  assert.deepEqual(line.unsent(), []);
});

test("a refusal without an id, and an answer nobody waits for, are handed on", async (t) => {
  const { peer, heard } = await online(t);
  for (const frame of [
    { type: "refused", code: "bad-message", sentence: "What?" },
    { type: "ack", id: "nobody" },
  ]) {
    peer.say(frame);
    assert.deepEqual(await heard.next(), frame);
  }
});

test("two who ask under the same id send one message and get the same answer", async (t) => {
  const { line, peer } = await online(t);
  const answers = [line.ask({ type: "send", id: "one" }), line.ask({ type: "send", id: "one" })];
  line.tell({ type: "looking" });
  assert.deepEqual(await peer.next(), { type: "send", id: "one" });
  assert.deepEqual(await peer.next(), { type: "looking" });
  peer.say({ type: "ack", id: "one" });
  assert.deepEqual(
    (await Promise.all(answers)).map(({ id }) => id),
    ["one", "one"],
  );
});

test("a message the server cannot read is not said to it for ever", async (t) => {
  const store = memory();
  const { line, peer, server } = await online(t, { outbox: store });
  const answer = line.ask({ type: "send", id: "unreadable" });
  await peer.next();
  peer.close("badMessage");
  await assert.rejects(answer, { code: "bad-message" });
  assert.equal(store.text, null);
  const later = line.ask({ type: "send", id: "readable" });
  line.start();
  const again = await server.welcomed();
  assert.deepEqual(await again.ids(1), ["readable"]);
  again.say({ type: "ack", id: "readable" });
  await later;
});

test("a message that was not on the line is not blamed for what the server could not read", async (t) => {
  const server = await listen(t);
  const { line, states, settled } = call(server);
  const answer = line.ask({ type: "send", id: "innocent" });
  const peer = await server.next();
  await peer.next();
  peer.close("badMessage");
  assert.equal((await states.next()).kind, "connecting");
  assert.deepEqual(await states.next(), { kind: "closed", code: CLOSE.badMessage.code });
  line.start();
  const again = await server.welcomed();
  assert.deepEqual(await again.ids(1), ["innocent"]);
  again.say({ type: "ack", id: "innocent" });
  await answer;
  assert.deepEqual(settled, ["innocent ack"]);
});

test("a message too large for the server's frames is refused at once and the rest goes on", async (t) => {
  const { line, peer } = await online(t);
  const answer = line.ask({ type: "send", id: "large", text: "€".repeat(30_000) });
  void line.ask({ type: "send", id: "small", text: "x".repeat(30_000) });
  await assert.rejects(answer, { code: "too-long" });
  assert.deepEqual(await peer.ids(1), ["small"]);
});

test("the next page's line sends what the last one could not, and tells how it came out", async (t) => {
  const store = memory();
  const first = await online(t, { outbox: store });
  void first.line.ask({ type: "send", id: "one", text: "Hello" });
  void first.line.ask({ type: "send", id: "two" });
  await first.peer.ids(2);
  first.line.stop();
  const { line, peer, heard, settled } = await online(t, { outbox: store });
  assert.deepEqual(line.unsent()[0], { type: "send", id: "one", text: "Hello" });
  const third = line.ask({ type: "send", id: "three" });
  assert.deepEqual(await peer.ids(3), ["one", "two", "three"]);
  peer.say({ type: "ack", id: "one" });
  peer.say({ type: "refused", id: "two", code: "conversation-ended", sentence: "It has ended." });
  peer.say({ type: "ack", id: "three" });
  await third;
  peer.say({ type: "pong" });
  await heard.next();
  assert.deepEqual(settled, ["one ack", "two conversation-ended", "three ack"]);
  assert.equal(store.text, null);
});

test("a peer that does not read makes the line drop what is told and keep what is asked", async (t) => {
  const sockets: WebSocket[] = [];
  class Seen extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  const { line, peer } = await online(t, { WebSocket: Seen });
  peer.socket.pause();
  const text = "x".repeat(60_000);
  for (let i = 0; i < 1_000; i++) line.tell({ type: "typing", text });
  const ids = Array.from({ length: 200 }, (_, i) => `message ${i}`);
  const answers = ids.map((id) => line.ask({ type: "send", id, text }));
  const buffered = sockets[0]?.bufferedAmount ?? Infinity;
  assert.ok(buffered > 0 && buffered < 400_000, `${buffered} bytes wait in the socket`);
  peer.acknowledges = true;
  peer.socket.resume();
  line.retryNow(); // Any word from the server, here a pong, makes the line look for room again.
  await Promise.all(answers);
  assert.deepEqual(
    peer.heard.filter(({ type }) => type === "send").map(({ id }) => id),
    ids,
  );
  assert.ok(peer.heard.length < 1_000);
});

test("the line runs over the ws package's socket as well", async (t) => {
  const { line, peer, server } = await online(t, { WebSocket: NodeSocket });
  const answer = line.ask({ type: "send", id: "one" });
  await peer.ids(1);
  peer.socket.terminate();
  const again = await server.welcomed();
  again.acknowledges = true;
  await answer;
});

test("wherever the line is cut, every message arrives once and in order", async (t) => {
  const cuts = fc.array(fc.record({ read: fc.nat({ max: 6 }), acknowledged: fc.nat({ max: 6 }) }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(cuts, async (plan) => {
      const server = await listen(t);
      const { line } = call(server, { outbox: memory() });
      const ids = Array.from({ length: 12 }, (_, i) => `message ${i}`);
      const answers = ids.map((id) => line.ask({ type: "send", id }));
      const onDisk = new Set<unknown>();
      for (const { read, acknowledged } of plan) {
        const peer = await server.welcomed();
        const waiting = line.unsent().length;
        const taken = await peer.ids(Math.min(read, waiting));
        for (const id of taken) onDisk.add(id);
        for (const id of taken.slice(0, acknowledged)) peer.say({ type: "ack", id });
        peer.socket.close();
      }
      const last = await server.welcomed();
      for (const id of await last.ids(line.unsent().length)) {
        onDisk.add(id);
        last.say({ type: "ack", id });
      }
      await Promise.all(answers);
      assert.deepEqual([...onDisk], ids);
      line.stop();
    }),
    { numRuns: 25 },
  );
});
