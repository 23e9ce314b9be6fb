import assert from "node:assert/strict";
import { test } from "node:test";
import { MAYA, PRIYA, SITE, startRules } from "../test/harness/rules.ts";

const ada = { site: SITE, visitor: 10_001 };
const wish = { id: "invitation-1", ...ada, text: "Can I help?" };

test("an invitation shows in the list, and accepting it makes a request that begins with its sentence", async (t) => {
  const { invitations, conversations, directory, arrive, announced } = await startRules(t);
  arrive(ada.visitor);
  invitations.invite(MAYA, wish);
  assert.equal(directory.get(SITE, ada.visitor)?.status, "invited");
  await invitations.answer(ada, wish.id, "shown");
  assert.equal(directory.get(SITE, ada.visitor)?.invitation, "shown");
  await invitations.answer(ada, wish.id, "accepted");
  const live = conversations.live.of(SITE, ada.visitor);
  assert.equal(live?.status, "requesting");
  const { messages } = await conversations.messagesAfter(live?.id ?? "", 0);
  assert.deepEqual(
    messages.map(({ body }) => body),
    [
      { kind: "event", event: "invited" },
      { kind: "text", text: "Can I help?" },
    ],
  );
  assert.deepEqual(
    (await announced()).map(({ type }) => type),
    ["invitation", "invitation-shown", "invitation-over", "conversation", "messages"],
  );
});

test("a visitor is invited once at a time, and not in the middle of a chat", async (t) => {
  const { invitations, conversations, arrive } = await startRules(t);
  assert.throws(() => invitations.invite(MAYA, wish), { code: "visitor-gone" });
  arrive(ada.visitor);
  invitations.invite(MAYA, wish);
  invitations.invite(MAYA, wish); // the same wish, sent again after a reconnection
  assert.throws(() => invitations.invite(PRIYA, { ...wish, id: "invitation-2" }), {
    code: "already-invited",
    by: MAYA.name,
  });
  invitations.withdraw(MAYA, SITE, ada.visitor);
  await conversations.sayAsVisitor(ada, { id: "message-1", text: "Hello" });
  assert.throws(() => invitations.invite(PRIYA, { ...wish, id: "invitation-3" }), { code: "already-chatting" });
});

test("only the operator who sent an invitation may take it back", async (t) => {
  const { invitations, directory, arrive } = await startRules(t);
  arrive(ada.visitor);
  invitations.invite(MAYA, wish);
  assert.throws(() => invitations.withdraw(PRIYA, SITE, ada.visitor), { code: "not-allowed", by: MAYA.name });
  invitations.withdraw(MAYA, SITE, ada.visitor);
  assert.equal(directory.get(SITE, ada.visitor)?.status, "online");
  await assert.rejects(invitations.answer(ada, wish.id, "accepted"), { code: "invitation-over" });
});

test("an invitation expires, and is over when its visitor goes", async (t) => {
  const { invitations, world, bounds, arrive, announced } = await startRules(t);
  const outcomes = async () =>
    (await announced()).flatMap((one) => (one.type === "invitation-over" ? [one.outcome] : []));
  arrive(ada.visitor);
  invitations.invite(MAYA, wish);
  world.time += bounds.invitationMs - 1;
  invitations.sweep();
  assert.deepEqual(await outcomes(), []);
  world.time += 1;
  invitations.sweep();
  assert.deepEqual(await outcomes(), ["expired"]);
  invitations.invite(MAYA, { ...wish, id: "invitation-2" });
  invitations.visitorGone(SITE, ada.visitor);
  assert.deepEqual(await outcomes(), ["gone"]);
});

test("declining leaves the visitor in peace and tells the operator", async (t) => {
  const { invitations, conversations, directory, arrive, announced } = await startRules(t);
  arrive(ada.visitor);
  invitations.invite(MAYA, wish);
  await announced();
  await invitations.answer(ada, wish.id, "declined");
  assert.equal(conversations.live.of(SITE, ada.visitor), undefined);
  assert.equal(directory.get(SITE, ada.visitor)?.status, "online");
  const [over] = await announced();
  assert.ok(over?.type === "invitation-over" && over.outcome === "declined" && over.invitation.operator.id === MAYA.id);
});
