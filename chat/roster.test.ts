import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { LocalBus } from "../server/bus/local.ts";
import type { Announcement } from "./event.ts";
import { Roster } from "./roster.ts";

const GRACE_MS = 8_000;
let now = 0;
let said: Announcement[] = [];
let roster: Roster;
let bus: LocalBus;

beforeEach(() => {
  now = 1_000_000;
  said = [];
  bus = new LocalBus();
  bus.listen((announcement) => said.push(announcement));
  roster = new Roster({ now: () => now, newId: () => "unused-id" }, bus, GRACE_MS);
});

/** What was announced since the last call, once the bus has delivered it. */
async function announced(): Promise<unknown[]> {
  await new Promise(setImmediate);
  return said.splice(0);
}

test("an operator with two windows is one operator", async () => {
  roster.connect("maya");
  roster.connect("maya");
  assert.deepEqual(await announced(), [{ type: "operator", operator: "maya", status: "online" }]);
  roster.disconnect("maya", false);
  now += 2 * GRACE_MS;
  roster.sweep();
  assert.equal(roster.status("maya"), "online");
  assert.deepEqual(await announced(), []);
});

test("a reload is not a leaving, but the end of the grace is", async () => {
  roster.connect("maya");
  roster.disconnect("maya", false);
  now += GRACE_MS - 1;
  roster.sweep();
  assert.equal(roster.status("maya"), "online");
  roster.connect("maya");
  now += 2 * GRACE_MS;
  roster.sweep();
  assert.equal(roster.status("maya"), "online");
  roster.disconnect("maya", false);
  now += GRACE_MS;
  roster.sweep();
  assert.equal(roster.status("maya"), "offline");
  assert.deepEqual((await announced()).slice(1), [{ type: "operator", operator: "maya", status: "offline" }]);
});

test("who does not answer is away until they choose otherwise, whatever is touched", async () => {
  roster.connect("maya");
  roster.unanswered("maya", 3);
  assert.deepEqual(roster.own("maya"), { status: "away", byItself: false, unanswered: 3 });
  roster.touched("maya", { wasIdle: false, back: true });
  roster.idle("maya");
  roster.touched("maya", { wasIdle: true, back: true });
  assert.deepEqual(roster.own("maya"), { status: "away", byItself: false, unanswered: 3 });
  roster.choose("maya", "online");
  assert.deepEqual(roster.own("maya"), { status: "online", byItself: false });
  assert.deepEqual(
    (await announced()).map((it) => (it as { status: string }).status),
    ["online", "away", "online"],
  );
});

test("who does not answer and then chooses to be away is told so in every window", async () => {
  roster.connect("maya");
  roster.unanswered("maya", 3);
  roster.choose("maya", "away");
  assert.deepEqual(roster.own("maya"), { status: "away", byItself: false });
  roster.unanswered("maya", 3);
  assert.deepEqual(roster.own("maya"), { status: "away", byItself: false }, "it was their own choice");
  assert.equal((await announced()).length, 3);
});

test("an operator is gone since the last window closed, and who has not been seen since the start", () => {
  const startedAt = now;
  now += 5_000;
  assert.equal(roster.goneSince("maya"), startedAt);
  roster.connect("maya");
  roster.disconnect("maya", false);
  const closedAt = now;
  now += GRACE_MS - 1;
  roster.sweep();
  assert.equal(roster.goneSince("maya"), undefined, "a reload is not a leaving");
  now += 1;
  roster.sweep();
  now += 60_000;
  roster.sweep();
  assert.equal(roster.goneSince("maya"), closedAt);
  roster.connect("maya");
  assert.equal(roster.goneSince("maya"), undefined);
});

test("who is away stays away over a reload", () => {
  roster.connect("maya");
  roster.choose("maya", "away");
  roster.disconnect("maya", false);
  now += GRACE_MS;
  roster.sweep();
  roster.connect("maya");
  assert.equal(roster.status("maya"), "away");
});

test("who has touched no window for long is away, and back at a touch of any", async () => {
  roster.connect("maya");
  roster.connect("maya");
  await announced();
  roster.idle("maya");
  assert.equal(roster.status("maya"), "online", "the other window is in use");
  roster.idle("maya");
  assert.deepEqual(roster.own("maya"), { status: "away", byItself: true });
  roster.touched("maya", { wasIdle: true, back: true });
  assert.deepEqual(roster.own("maya"), { status: "online", byItself: false });
  assert.deepEqual(
    (await announced()).map((one) => (one as { status?: string }).status),
    ["away", "online"],
  );
});

test("who does not want to be back by itself stays away until they choose", async () => {
  roster.connect("maya");
  roster.idle("maya");
  roster.touched("maya", { wasIdle: true, back: false });
  assert.deepEqual(roster.own("maya"), { status: "away", byItself: true });
  roster.choose("maya", "online");
  assert.deepEqual(roster.own("maya"), { status: "online", byItself: false });
  await announced();
  roster.idle("maya");
  roster.choose("maya", "away");
  roster.touched("maya", { wasIdle: true, back: true });
  assert.deepEqual(
    roster.own("maya"),
    { status: "away", byItself: false },
    "what was chosen is not changed by a touch",
  );
});

test("the window in use closes, and the idle one is what remains", () => {
  roster.connect("maya");
  roster.connect("maya");
  roster.idle("maya");
  roster.disconnect("maya", false);
  assert.deepEqual(roster.own("maya"), { status: "away", byItself: true });
  // A line that was down for a moment: whoever was idle then still is.
  roster.disconnect("maya", true);
  roster.connect("maya");
  assert.equal(roster.status("maya"), "away");
  roster.touched("maya", { wasIdle: false, back: true });
  assert.equal(roster.status("maya"), "online");
});

test("whoever chooses a status is known to have it, and choosing it again is no news", async () => {
  roster.connect("maya");
  await announced();
  roster.choose("maya", "away");
  assert.deepEqual(await announced(), [{ type: "operator", operator: "maya", status: "away" }]);
  roster.choose("maya", "away");
  assert.deepEqual(await announced(), []);
});
