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
  assert.deepEqual(await announced(), [
    { type: "operator", operator: "maya", status: "online" },
    { type: "availability", online: true },
  ]);
  roster.disconnect("maya");
  now += 2 * GRACE_MS;
  roster.sweep();
  assert.equal(roster.status("maya"), "online");
  assert.deepEqual(await announced(), []);
});

test("a reload is not a leaving, but the end of the grace is", async () => {
  roster.connect("maya");
  roster.disconnect("maya");
  now += GRACE_MS - 1;
  roster.sweep();
  assert.equal(roster.someoneOnline(), true);
  roster.connect("maya");
  now += 2 * GRACE_MS;
  roster.sweep();
  assert.equal(roster.status("maya"), "online");
  roster.disconnect("maya");
  now += GRACE_MS;
  roster.sweep();
  assert.equal(roster.status("maya"), "offline");
  assert.equal(roster.someoneOnline(), false);
  assert.deepEqual((await announced()).slice(2), [
    { type: "operator", operator: "maya", status: "offline" },
    { type: "availability", online: false },
  ]);
});

test("who is away cannot be asked, and stays away over a reload", async () => {
  roster.connect("maya");
  roster.choose("maya", "away");
  assert.equal(roster.someoneOnline(), false);
  roster.disconnect("maya");
  now += GRACE_MS;
  roster.sweep();
  roster.connect("maya");
  assert.equal(roster.status("maya"), "away");
  roster.connect("priya");
  assert.equal(roster.someoneOnline(), true);
});
