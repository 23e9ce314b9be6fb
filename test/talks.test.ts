import assert from "node:assert/strict";
import { newId } from "../client/id.ts";
import type { Message } from "../protocol/message.ts";
import type { Talk, ToOperator } from "../protocol/server-to-operator.ts";
import { type Account, type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

/** A window of an operator: what it has been told of the talks with colleagues. */
async function window(shop: Shop, account: Account) {
  const heard: ToOperator[] = [];
  const operator = shop.operator(account, { onFrame: (frame) => heard.push(frame) });
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const frames = <T extends ToOperator["type"]>(type: T) =>
    heard.filter((frame): frame is Extract<ToOperator, { type: T }> => frame.type === type);
  return {
    line: operator.line,
    frames,
    texts: () => frames("talk-messages").flatMap(({ messages }) => messages.map(textOf)),
    talk: (colleague: string): Talk | undefined =>
      [...frames("welcome").flatMap(({ talks = [] }) => talks), ...frames("talk").map(({ talk }) => talk)].findLast(
        (talk) => talk.with === colleague,
      ),
    say: (to: string, text: string, id = newId()) => operator.line.ask({ type: "say", id, to, text }),
  };
}

test("O2: what an operator says to a colleague comes to all windows of both, and to nobody else", async (t) => {
  const shop = await startShop(t);
  const [priya, ben] = [await shop.addOperator("priya", "Priya Rao"), await shop.addOperator("ben", "Ben")];
  const [mine, mineToo] = [await window(shop, shop.owner), await window(shop, await shop.signIn("maya"))];
  const [hers, his] = [await window(shop, priya), await window(shop, ben)];
  const ack = await mine.say(priya.me.id, "  Can you take the next one? ");
  assert.deepEqual([ack.seq, typeof ack.at, "conversation" in ack], [1, "number", false]);
  hers.line.tell({ type: "talk-mark", with: shop.owner.me.id, delivered: 1, seen: 1 });
  for (const one of [mine, mineToo])
    await shop.until("she has seen it", () => one.talk(priya.me.id)?.theirs.seen === 1);
  await hers.say(shop.owner.me.id, "Yes");
  for (const one of [mine, mineToo, hers])
    await shop.until("both messages", () => one.texts().join() === "Can you take the next one?,Yes");
  const [first] = hers.frames("talk-messages");
  assert.equal(first?.with, shop.owner.me.id);
  assert.deepEqual(first.messages[0]?.author, { kind: "operator", id: shop.owner.me.id, name: "Maya Okafor" });
  hers.line.tell({ type: "talk-typing", with: shop.owner.me.id, typing: true });
  for (const one of [mine, mineToo])
    await shop.until("she types", () => one.frames("talk-typing")[0]?.with === priya.me.id);
  await his.say(priya.me.id, "Hello"); // by then he has heard whatever was said before
  await shop.until("his own", () => his.texts().length === 1);
  assert.doesNotMatch(JSON.stringify([his.frames("talk-messages"), his.frames("talk")]), /next one|Yes/);
});

test("O2: who was away reads it later, through a restart, and knows how much is new", async (t) => {
  const shop = await startShop(t);
  const priya = await shop.addOperator("priya", "Priya Rao");
  const mine = await window(shop, shop.owner);
  for (const text of ["one", "two", "three"]) await mine.say(priya.me.id, text);
  await shop.stop();
  await shop.start();
  const hers = await window(shop, priya);
  await shop.until("what is new", () => hers.talk(shop.owner.me.id) !== undefined);
  const talk = hers.talk(shop.owner.me.id);
  assert.deepEqual([talk?.lastSeq, talk?.mine.seen, talk?.theirs.seen], [3, 0, 3]);
  hers.line.tell({ type: "talk-open", with: shop.owner.me.id, after: 0 });
  await shop.until("all of it", () => hers.texts().join() === "one,two,three");
  await hers.say(shop.owner.me.id, "four");
  const later = await window(shop, priya);
  await shop.until("who writes has seen it", () => later.talk(shop.owner.me.id)?.mine.seen === 4);
});

test("O2: a message that is sent again is there once, and a long talk is read from its end", async (t) => {
  const shop = await startShop(t, { config: { messagesPerPage: 3 } });
  const priya = await shop.addOperator("priya", "Priya Rao");
  const mine = await window(shop, shop.owner);
  const id = newId();
  const first = await mine.say(priya.me.id, "1", id);
  assert.deepEqual(await mine.say(priya.me.id, "altered", id), first);
  for (let number = 2; number <= 8; number++) await mine.say(priya.me.id, `${number}`);
  const hers = await window(shop, priya);
  const part = async (frame: Parameters<typeof hers.line.tell>[0]) => {
    const before = hers.frames("talk-messages").length;
    hers.line.tell(frame);
    await shop.until("a part", () => hers.frames("talk-messages").length > before);
    const { messages = [], more, hasEarlier } = hers.frames("talk-messages").at(-1) ?? {};
    return [messages.map(textOf).join(""), more, hasEarlier];
  };
  const colleague = { with: shop.owner.me.id };
  assert.deepEqual(await part({ type: "talk-open", ...colleague, after: 0 }), ["678", false, true]);
  assert.deepEqual(await part({ type: "talk-earlier", ...colleague, before: 6 }), ["345", false, true]);
  assert.deepEqual(await part({ type: "talk-earlier", ...colleague, before: 3 }), ["12", false, false]);
  assert.deepEqual(await part({ type: "talk-open", ...colleague, after: 4 }), ["567", true, undefined]);
});

test("O2: nobody chats with themselves, with nobody, or without words", async (t) => {
  const shop = await startShop(t, { config: { textLength: 10 } });
  const mine = await window(shop, shop.owner);
  const priya = await shop.addOperator("priya", "Priya Rao");
  await assert.rejects(mine.say(shop.owner.me.id, "Hello"), { code: "not-allowed" });
  await assert.rejects(mine.say(newId(), "Hello"), { code: "not-found" });
  await assert.rejects(mine.say(priya.me.id, "   "), { code: "empty" });
  await assert.rejects(mine.say(priya.me.id, "eleven long"), { code: "too-long" });
});

test("a long conversation is shown from its end, and what came before on request", async (t) => {
  const shop = await startShop(t, { config: { messagesPerPage: 4 } });
  const mine = await window(shop, shop.owner);
  const ada = shop.visitor();
  await shop.until("Ada is there", () => ada.visitor > 0);
  for (let number = 1; number <= 9; number++) await ada.say(`${number}`);
  const conversation = ada.conversation?.id ?? "";
  const parts = () => mine.frames("messages").filter(({ hasEarlier }) => hasEarlier !== undefined);
  mine.line.tell({ type: "open", id: newId(), conversation, after: 0, latest: true });
  await shop.until("the end", () => parts().length === 1);
  mine.line.tell({ type: "earlier", conversation, before: 7 });
  await shop.until("a part before", () => parts().length === 2);
  mine.line.tell({ type: "earlier", conversation, before: 3 });
  await shop.until("the beginning", () => parts().length === 3);
  assert.deepEqual(
    parts().map(({ messages, hasEarlier }) => [messages.map(({ seq }) => seq).join(), hasEarlier]),
    [
      ["7,8,9,10", true],
      ["3,4,5,6", true],
      ["1,2", false],
    ],
  );
});

function textOf({ body }: Message): string {
  return body.kind === "text" ? body.text : body.kind;
}
