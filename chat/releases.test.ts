import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { MAYA, PRIYA, SITE, startRules } from "../test/harness/rules.ts";
import type { Operator } from "./operator.ts";
import { Releases } from "./releases.ts";
import { Roster } from "./roster.ts";

const ADA = 10_001;

function member({ id, name }: { id: string; name: string }): Omit<Operator, "passwordHash"> {
  return { id, login: name, name, role: "operator", sites: [SITE], departments: [], createdAt: 0 };
}

/** Maya chats with Ada. Maya and Priya each have a window open, and Ada has the shop open. */
async function startChat(t: TestContext) {
  const rules = await startRules(t);
  const { world, bus, bounds, conversations, takes, directory } = rules;
  const roster = new Roster(world, bus, bounds.operatorGraceMs);
  const members = new Map([MAYA, PRIYA].map((one) => [one.id, member(one)]));
  const releases = new Releases({
    world,
    bounds,
    live: conversations.live,
    roster,
    takes,
    staff: { byId: (id) => members.get(id) },
    isHere: ({ site, visitor }) => directory.get(site, visitor) !== undefined,
  });
  rules.arrive(ADA);
  roster.connect(MAYA.id);
  roster.connect(PRIYA.id);
  const { conversation } = await conversations.sayAsVisitor(
    { site: SITE, visitor: ADA },
    { id: "message-1", text: "Hi" },
  );
  await conversations.accept(MAYA, conversation);
  const pass = async (ms: number) => {
    world.time += ms;
    roster.sweep();
    await releases.sweep();
  };
  const now = () => conversations.live.get(conversation);
  return { ...rules, roster, releases, members, conversation, pass, now };
}

test("a chat whose operator has been gone for long enough waits for somebody, and not a moment before", async (t) => {
  const { pass, roster, bounds, now, world, announced } = await startChat(t);
  await pass(10 * bounds.releaseAfterGoneMs);
  assert.equal(now()?.status, "open", "its operator is there");
  roster.disconnect(MAYA.id, false);
  await pass(bounds.releaseAfterGoneMs - 1);
  assert.equal(now()?.status, "open");
  await announced();
  await pass(1);
  assert.deepEqual([now()?.status, now()?.operator, now()?.releasedAt], ["requesting", undefined, world.time]);
  assert.deepEqual(
    (await announced()).map(({ type }) => type),
    ["conversation", "messages"],
  );
  await pass(bounds.releaseAfterGoneMs);
  assert.deepEqual(await announced(), [], "it is taken from nobody twice");
});

test("an operator who is back in time keeps the chat", async (t) => {
  const { pass, roster, bounds, now } = await startChat(t);
  roster.disconnect(MAYA.id, false);
  await pass(bounds.releaseAfterGoneMs - 1);
  roster.connect(MAYA.id);
  await pass(bounds.releaseAfterGoneMs);
  assert.deepEqual(now()?.operator, MAYA);
});

test("who has it already is not overtaken by a clock that still thinks of the one before", async (t) => {
  const { pass, roster, takes, bounds, conversation, now } = await startChat(t);
  roster.disconnect(MAYA.id, false);
  await takes.takeOver(PRIYA, { id: "take-over-1", conversation, from: MAYA.id });
  await takes.release(MAYA, conversation, { why: "gone", heirs: [] });
  await pass(bounds.releaseAfterGoneMs);
  assert.deepEqual([now()?.status, now()?.operator], ["open", PRIYA]);
});

test("a chat whose visitor is not there waits for nobody until they are back", async (t) => {
  const { pass, roster, bounds, directory, world, now, arrive } = await startChat(t);
  directory.leave(SITE, ADA, `tab-of-${ADA}`);
  world.time += 5_000;
  directory.tick();
  roster.disconnect(MAYA.id, false);
  await pass(bounds.releaseAfterGoneMs);
  assert.equal(now()?.status, "open");
  arrive(ADA);
  await pass(1_000);
  assert.equal(now()?.status, "requesting");
});

test("with 0 nobody is too long gone, but who may not have it loses it", async (t) => {
  const { pass, roster, bounds, members, now } = await startChat(t);
  bounds.releaseAfterGoneMs = 0;
  roster.disconnect(MAYA.id, false);
  await pass(10 * 60 * 60_000);
  assert.equal(now()?.status, "open");
  members.delete(MAYA.id);
  await pass(0);
  assert.equal(now()?.status, "requesting");
});

test("who is suspended or loses the site loses the chat at once, with a window open", async (t) => {
  for (const change of [{ suspendedAt: 1 }, { sites: ["another-site"] }]) {
    const { pass, members, now, store, conversation } = await startChat(t);
    members.set(MAYA.id, { ...member(MAYA), ...change });
    await pass(0);
    assert.equal(now()?.status, "requesting");
    const [last] = await store.messagesBefore(conversation, 1_000, 1);
    assert.deepEqual(last?.body, { kind: "event", event: "released", why: "not-allowed" });
  }
});

test("a colleague who has joined and is online goes on with it; one who is away, or may not, does not", async (t) => {
  for (const [status, sites, holder] of [
    ["online", [SITE], PRIYA],
    ["away", [SITE], undefined],
    ["online", ["another-site"], undefined],
  ] as const) {
    const { pass, roster, takes, bounds, members, conversation, now } = await startChat(t);
    await takes.join(PRIYA, { id: "join-0001", conversation });
    roster.choose(PRIYA.id, status);
    members.set(PRIYA.id, { ...member(PRIYA), sites: [...sites] });
    roster.disconnect(MAYA.id, false);
    await pass(bounds.releaseAfterGoneMs);
    assert.deepEqual([now()?.operator, now()?.others], [holder, undefined]);
  }
});
