import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { WebSocket } from "ws";
import type { Message } from "../protocol/message.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { FromVisitor } from "../protocol/visitor-to-server.ts";
import { type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

/** So much a loopback connection swallows without anybody reading, and then some: the kernel's buffers on both sides. */
const MORE_THAN_THE_KERNEL_HOLDS = 10 * 1024 * 1024;
const LONG = "x".repeat(19_500);

test("a reader too slow is dropped while everybody else goes on, and catches up by number", async (t) => {
  const shop = await startShop(t, { config: { outboxBytes: 512 * 1024, textLength: 20_000, frameBytes: 256 * 1024 } });
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const slow = new BareVisitor(t, shop);
  await slow.greeted();
  slow.send({ type: "send", id: "the-first-1", text: "Hello" });
  await shop.until("the chat", () => slow.conversation !== undefined);
  const conversation = slow.conversation ?? "";
  await operator.accept(conversation);
  await shop.until("the acceptance", () => slow.lastSeq === 3);

  slow.stopReading();
  const longOnes = 5 * Math.ceil(MORE_THAN_THE_KERNEL_HOLDS / LONG.length / 5);
  for (let sent = 0; sent < longOnes; sent += 5)
    await Promise.all(Array.from({ length: 5 }, () => operator.say(conversation, LONG)));
  const other = shop.visitor();
  await shop.until("the other is there", () => other.line.state.kind === "online");
  await other.say("Hello to you");

  slow.readAgain();
  await shop.until("the drop", () => slow.isClosed);
  assert.ok(slow.lastSeq < 3 + longOnes, "some of it never came");
  const back = new BareVisitor(t, shop, slow);
  const from = back.lastSeq;
  await shop.until("all of it", () => back.lastSeq >= 3 + longOnes);
  const missed = Array.from({ length: 3 + longOnes - from }, (_, index) => from + 1 + index);
  // That the visitor is back may be told before what was missed has been read, and again with it.
  const caughtUp = back.messages
    .filter(({ body }) => body.kind === "text" || (body.kind === "event" && body.event !== "visitor-back"))
    .map(({ seq }) => seq);
  assert.deepEqual(caughtUp.slice(0, missed.length), missed, "each once, and in order");
});

test("who comes back is told what was missed first, and then what is said meanwhile", async (t) => {
  const shop = await startShop(t);
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  let visitor = new BareVisitor(t, shop);
  await visitor.greeted();
  visitor.send({ type: "send", id: "the-first-1", text: "Hello" });
  await shop.until("the chat", () => visitor.conversation !== undefined);
  const conversation = visitor.conversation ?? "";
  await operator.accept(conversation);
  await shop.until("the acceptance", () => visitor.lastSeq === 3);
  for (let time = 0; time < 5; time += 1) {
    visitor.leave();
    await operator.say(conversation, "Are you there?");
    visitor = new BareVisitor(t, shop, visitor);
    await Promise.all(Array.from({ length: 20 }, () => operator.say(conversation, "And now?")));
    await shop.until("all of it", () => visitor.lastSeq >= 3 + 21 * (time + 1));
    assert.deepEqual(visitor.gaps, []);
  }
});

test("a flood from one visitor slows that visitor and nobody else", async (t) => {
  const shop = await startShop(t, { config: { visitorBurst: 200, visitorFramesPerSecond: 1 } });
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const other = shop.visitor();
  await shop.until("the other is there", () => other.line.state.kind === "online");
  const flooding = new BareVisitor(t, shop);
  await flooding.greeted();
  // More than a socket hands over at once, so that the rest waits where it comes from.
  const flood = Array.from({ length: 5_000 }, (_, index) => `in-the-flood-${index}`);
  for (const id of flood) flooding.send({ type: "send", id, text: id });
  await shop.until("its beginning", () => flooding.acked.length > 0);
  for (let count = 0; count < 50; count += 1) await other.say(`Number ${count}`);
  assert.ok(flooding.acked.length < flood.length, "the flood is not through");
  assert.ok(!flooding.isClosed, "and it is not refused");
  assert.deepEqual(flooding.acked, flood.slice(0, flooding.acked.length));
});

/** A visitor's end that can stop reading, and tells what came. */
class BareVisitor {
  readonly messages: Message[] = [];
  readonly acked: string[] = [];
  /** Numbers before which another one is missing. */
  readonly gaps: number[] = [];
  readonly #shop: Shop;
  readonly #socket: WebSocket;
  conversation: string | undefined;
  token: string | undefined;
  /** Up to here nothing is missing. */
  lastSeq = 0;
  isClosed = false;

  /** @param before the same visitor's earlier line, which this one goes on from */
  constructor(t: TestContext, shop: Shop, before?: BareVisitor) {
    this.#shop = shop;
    this.conversation = before?.conversation;
    this.token = before?.token;
    this.lastSeq = before?.lastSeq ?? 0;
    this.#socket = new WebSocket(`${shop.url.replace(/^http/, "ws")}/ws/visitor`, {
      headers: { origin: "https://shop.example" },
      perMessageDeflate: false,
    });
    t.after(() => this.#socket.terminate());
    this.#socket.on("message", (data: Buffer) => this.#receive(JSON.parse(data.toString()) as ToVisitor));
    this.#socket.on("open", () => this.#hello());
    this.#socket.on("error", () => undefined);
    this.#socket.on("close", () => {
      this.isClosed = true;
      shop.signals.happened();
    });
  }

  async greeted(): Promise<void> {
    await this.#shop.until("the welcome", () => this.token !== undefined);
  }

  send(frame: FromVisitor): void {
    this.#socket.send(JSON.stringify(frame));
  }

  leave(): void {
    this.#socket.close();
  }

  stopReading(): void {
    this.#socket.pause();
  }

  readAgain(): void {
    this.#socket.resume();
  }

  #hello(): void {
    this.send({
      type: "hello",
      version: PROTOCOL_VERSION,
      site: this.#shop.site.key,
      ...(this.token === undefined ? {} : { token: this.token }),
      tab: "tab-of-a-bare-visitor",
      page: { url: "https://shop.example/", title: "Home" },
      looking: true,
      visit: { count: 1, elapsedMs: 0, pages: 1, cameFrom: "" },
      language: "en",
      timeZone: "Europe/Berlin",
      ...(this.conversation === undefined ? {} : { resume: { conversation: this.conversation, after: this.lastSeq } }),
    });
  }

  #receive(frame: ToVisitor): void {
    if (frame.type === "welcome") this.token = frame.token;
    if (frame.type === "ack") this.acked.push(frame.id);
    if (frame.type === "messages") {
      this.conversation = frame.conversation;
      for (const message of frame.messages) {
        if (message.seq > this.lastSeq + 1) this.gaps.push(message.seq);
        if (message.seq === this.lastSeq + 1) this.lastSeq = message.seq;
        this.messages.push(message);
      }
      if (frame.more) this.send({ type: "sync", conversation: frame.conversation, after: this.lastSeq });
    }
    this.#shop.signals.happened();
  }
}
