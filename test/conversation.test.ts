import assert from "node:assert/strict";
import { newId } from "../client/id.ts";
import { Refused } from "../client/line.ts";
import { closeName } from "../protocol/close.ts";
import type { ToOperator } from "../protocol/server-to-operator.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

const texts = (messages: readonly { body: { kind: string; text?: string } }[]): string[] =>
  messages.flatMap(({ body }) => (body.kind === "text" ? [body.text ?? ""] : []));

test("a visitor's first message is a request, which an operator accepts and answers", async (t) => {
  const shop = await startShop(t);
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const visitor = shop.visitor();
  const ack = await visitor.say("Does the 2P fit two pads?");
  assert.equal(ack.seq, 2); // the event "requested" is the first
  const request = await shop.until("the request", () =>
    [...operator.conversations.values()].find(({ status }) => status === "requesting"),
  );
  await operator.accept(request.id);
  await operator.say(request.id, "It does.");
  await shop.until("the answer", () => texts(visitor.messages).includes("It does."));
  await shop.until("both logs", () => operator.messages(request.id).length === visitor.messages.length);
  assert.deepEqual(texts(operator.messages(request.id)), ["Does the 2P fit two pads?", "It does."]);
  assert.equal(visitor.conversation?.operator, "Maya Okafor");
});

test("what a tab says without an echo comes to the visitor's other tabs, and back to it as an acknowledgement alone", async (t) => {
  const shop = await startShop(t);
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const came: ToVisitor[] = [];
  const tab = shop.visitor({ onFrame: (frame) => came.push(frame) });
  await tab.say("Hello");
  const id = await shop.until("the request", () => tab.conversation?.id);
  const other = shop.visitor({ token: tab.token ?? "" });
  await shop.until("the other tab has it", () => other.messages.length === 2);
  came.length = 0;
  await tab.say("Is it green?");
  await operator.accept(id);
  await shop.until("what came next", () => came.some(({ type }) => type === "messages"));
  const numbers = came.flatMap((frame) => (frame.type === "messages" ? frame.messages.map(({ seq }) => seq) : []));
  assert.deepEqual(numbers, [4]);
  for (const each of [tab, other])
    await shop.until("all of it", () => each.messages.map(({ seq }) => seq).join() === "1,2,3,4");
  assert.deepEqual(tab.messages, other.messages);
});

test("V8: of two operators who accept at once exactly one wins, and the other is told who", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const operators = [shop.operator(), shop.operator(priya)];
  await shop.until("both are there", () => operators.every(({ line }) => line.state.kind === "online"));
  for (let round = 0; round < 5; round += 1) {
    const visitor = shop.visitor();
    await visitor.say(`Hello ${round}`);
    const id = await shop.until("the request", () => visitor.conversation?.id);
    const results = await Promise.allSettled(operators.map((operator) => operator.accept(id)));
    const lost = results.filter((result) => result.status === "rejected");
    assert.equal(lost.length, 1);
    const reason: unknown = lost[0]?.reason;
    assert.ok(reason instanceof Refused);
    assert.equal(reason.code, "already-accepted");
    await shop.until("the visitor knows", () => visitor.conversation?.status === "open");
    assert.equal(reason.by, visitor.conversation?.operator);
    assert.match(reason.message, new RegExp(`^${visitor.conversation?.operator} `));
  }
});

test("with no operator online a message is refused, and one can be left", async (t) => {
  const shop = await startShop(t);
  const visitor = shop.visitor();
  await assert.rejects(visitor.say("Anybody?"), { code: "nobody-online" });
  await visitor.line.ask({ type: "leave", id: newId(), name: "Ada", email: "ada@example.org", text: "Call me" });
  const list = await shop.request("GET", `/left-messages?site=${shop.site.id}`, undefined, shop.owner.cookie);
  const text = await list.text();
  assert.match(text, /Call me/);
  assert.match(text, /ada@example\.org/);
});

test("P1: an invitation is shown, accepted and becomes a request", async (t) => {
  const shop = await startShop(t);
  const heard: ToOperator[] = [];
  const told: ToVisitor[] = [];
  const operator = shop.operator(shop.owner, { onFrame: (frame) => heard.push(frame) });
  const visitor = shop.visitor({ onFrame: (frame) => told.push(frame) });
  await shop.until("both are there", () => visitor.visitor > 0 && operator.line.state.kind === "online");
  const invite = { type: "invite", site: shop.site.id, visitor: visitor.visitor, text: "Can I help?" } as const;
  await operator.line.ask({ ...invite, id: newId() });
  const shown = await shop.until("the invitation", () => told.find((frame) => frame.type === "invitation"));
  const invitation = shown.invitation.id;
  await assert.rejects(operator.line.ask({ ...invite, id: newId() }), { code: "already-invited", by: "Maya Okafor" });
  const outcomes = (): string[] => heard.flatMap((frame) => (frame.type === "invitation" ? [frame.outcome] : []));
  await visitor.line.ask({ type: "invitation", id: newId(), invitation, answer: "shown" });
  await shop.until("shown", () => outcomes().includes("shown"));
  await visitor.line.ask({ type: "invitation", id: newId(), invitation, answer: "accepted" });
  await shop.until("the request", () => visitor.conversation?.status === "requesting");
  await shop.until("the sentence", () => texts(visitor.messages).includes("Can I help?"));
  await shop.until("the operator is told", () => outcomes().includes("accepted"));
});

test("C6: a note reaches every operator, and no visitor", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const heard: ToOperator[] = [];
  const told: ToVisitor[] = [];
  const operator = shop.operator();
  const colleague = shop.operator(priya, { onFrame: (frame) => heard.push(frame) });
  const visitor = shop.visitor({ onFrame: (frame) => told.push(frame) });
  await shop.until("all are there", () => visitor.visitor > 0 && colleague.line.state.kind === "online");
  await operator.line.ask({
    type: "note",
    id: newId(),
    site: shop.site.id,
    visitor: visitor.visitor,
    text: "Prefers e-mail",
  });
  const note = await shop.until("the note", () => heard.find((frame) => frame.type === "note"));
  assert.equal(note.note.author, "Maya Okafor");
  await visitor.line.ask({ type: "invitation", id: newId(), invitation: newId(), answer: "shown" });
  assert.doesNotMatch(JSON.stringify(told), /Prefers/);
  await colleague.line.ask({ type: "watch", id: newId(), site: shop.site.id, visitor: visitor.visitor });
  const remembered = await shop.until("what is remembered", () => heard.find((frame) => frame.type === "remembered"));
  assert.deepEqual(
    remembered.notes.map(({ text }) => text),
    ["Prefers e-mail"],
  );
});

test("V1 V6: the list has one row for a visitor with three tabs, and none when the last has closed", async (t) => {
  const shop = await startShop(t, { config: { graceMs: 100 } });
  const order: { now: number[]; total: number } = { now: [], total: -1 };
  const operator = shop.operator(shop.owner, {
    onFrame: (frame) => {
      if (frame.type !== "rows") return;
      order.total = frame.total;
      if (frame.order !== undefined) order.now = frame.order;
    },
  });
  const window = {
    site: shop.site.id,
    filter: { text: "", statuses: [] },
    sort: { by: "arrived", descending: false },
    first: 0,
    count: 50,
  } as const;
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  operator.line.tell({ type: "window", window: { ...window, filter: { text: "", statuses: [] } } });
  const first = shop.visitor();
  await shop.until("the token", () => first.token);
  const tabs = [first, ...[1, 2].map(() => shop.visitor({ token: first.token ?? "" }))];
  await shop.until("all tabs are there", () => tabs.every(({ line }) => line.state.kind === "online"));
  assert.ok(tabs.every(({ visitor }) => visitor === first.visitor));
  await shop.until("the row", () => order.now.length === 1 && order.now[0] === first.visitor);
  tabs[0]?.leave();
  tabs[1]?.leave();
  const other = shop.visitor();
  await shop.until("two rows", () => other.visitor > 0 && order.now.length === 2);
  tabs[2]?.leave();
  await shop.until("one row", () => order.total === 1 && order.now[0] === other.visitor);
});

test("a widget on a foreign origin, of an unknown site, or run by a robot is turned away for good", async (t) => {
  const shop = await startShop(t);
  const foreign = shop.visitor({ origin: "https://evil.example" });
  const unknown = shop.visitor({ siteKey: "nobody-knows" });
  const robot = shop.visitor({ userAgent: "Googlebot/2.1 (+http://www.google.com/bot.html)" });
  const why = ({ line }: typeof foreign): string | undefined =>
    line.state.kind === "closed" ? closeName(line.state.code) : undefined;
  await shop.until("three refusals", () => [foreign, unknown, robot].every((visitor) => why(visitor) !== undefined));
  assert.deepEqual([foreign, unknown, robot].map(why), ["wrongOrigin", "unknownSite", "robot"]);
});

test("an operator's socket needs a session and the console's own origin", async (t) => {
  const shop = await startShop(t);
  const stranger = shop.operator({ ...shop.owner, cookie: "" });
  await shop.until(
    "the stranger is told to sign in",
    () => stranger.line.state.kind === "closed" && closeName(stranger.line.state.code) === "signedOut",
  );
});

test("a visitor cannot read, write to, mark or end what is another visitor's", async (t) => {
  const shop = await startShop(t);
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const ada = shop.visitor();
  await ada.say("My order is 4711");
  const conversation = await shop.until("the chat", () => ada.conversation?.id);
  const told: ToVisitor[] = [];
  const eve = shop.visitor({ onFrame: (frame) => told.push(frame) });
  await shop.until("Eve is there", () => eve.visitor > 0);
  eve.line.tell({ type: "sync", conversation, after: 0 });
  eve.line.tell({ type: "typing", conversation, typing: true });
  await assert.rejects(eve.line.ask({ type: "end", id: newId(), conversation }), { code: "not-found" });
  await assert.rejects(eve.line.ask({ type: "send", id: newId(), conversation, text: "I am Ada" }), {
    code: "not-found",
  });
  await assert.rejects(eve.line.ask({ type: "pushed", id: newId(), conversation, seq: 1, result: "loaded" }), {
    code: "not-found",
  });
  assert.doesNotMatch(JSON.stringify(told), /4711/);
  assert.equal(ada.conversation?.status, "requesting");
});

test("signing out of one browser hangs up that browser's line and leaves the others", async (t) => {
  const shop = await startShop(t);
  const elsewhere = await shop.signIn("maya");
  const here = shop.operator();
  const there = shop.operator(elsewhere);
  await shop.until("both are there", () => here.line.state.kind === "online" && there.line.state.kind === "online");
  await shop.request("DELETE", "/session", undefined, elsewhere.cookie);
  await shop.until(
    "the other browser is out",
    () => there.line.state.kind === "closed" && closeName(there.line.state.code) === "signedOut",
  );
  assert.equal(here.line.state.kind, "online");
});

test("a line does not outlive its session", async (t) => {
  const shop = await startShop(t, { config: { sessionMs: 1_500 } });
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  await shop.until(
    "the session is over",
    () => operator.line.state.kind === "closed" && closeName(operator.line.state.code) === "signedOut",
  );
});

test("the chat says when its visitor leaves the site and comes back, and who ended it", async (t) => {
  const shop = await startShop(t, { config: { graceMs: 100 } });
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const ada = shop.visitor();
  await ada.say("Hello");
  const id = await shop.until("the chat", () => ada.conversation?.id);
  await operator.accept(id);
  const events = (): string[] =>
    operator.messages(id).flatMap(({ body }) => (body.kind === "event" ? [body.event] : []));
  ada.leave();
  await shop.until("she has left", () => events().at(-1) === "visitor-left");
  const again = shop.visitor({ token: ada.token ?? "" });
  await shop.until("she is back", () => events().at(-1) === "visitor-back" && again.conversation?.id === id);
  await again.line.ask({ type: "end", id: newId(), conversation: id });
  await shop.until("it has ended", () => events().at(-1) === "ended");
  assert.deepEqual(operator.messages(id).at(-1)?.author, { kind: "visitor" });
});
