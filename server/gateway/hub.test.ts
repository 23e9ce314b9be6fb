import assert from "node:assert/strict";
import { test } from "node:test";
import type { Conversation } from "../../chat/conversation.ts";
import { Hub, type OperatorEnd } from "./hub.ts";
import type { VisitorEnd } from "./visitor-ends.ts";

/** A window of an operator, and the conversations whose messages it was sent. */
function newWindow(hub: Hub, sites: string[] | "all" = "all"): { end: OperatorEnd; heard: string[] } {
  const heard: string[] = [];
  const end: OperatorEnd = {
    operator: "maya",
    who: { id: "maya", role: "operator", sites, departments: [] },
    session: "session",
    sendText: (text) => heard.push((JSON.parse(text) as { conversation: string }).conversation),
    signedOut: () => undefined,
    remarkSet: () => undefined,
    colleaguesChanged: () => undefined,
    staffChanged: () => undefined,
    placesChanged: () => undefined,
  };
  hub.addOperator(end);
  return { end, heard };
}

function say(hub: Hub, id: string): void {
  const marks = { delivered: 0, seen: 0 };
  const conversation: Conversation = {
    id,
    site: "site",
    visitor: 10_001,
    status: "open",
    requestedAt: 1,
    lastSeq: 1,
    visitorMarks: marks,
    operatorMarks: marks,
  };
  const body = { kind: "text", text: "Hello" } as const;
  const message = { id: "message", conversation: id, seq: 1, author: { kind: "visitor" }, at: 1, body } as const;
  hub.deliver({ type: "messages", conversation, messages: [message] });
}

test("a window gets the messages of the chats that it follows, and of no other, until it stops", () => {
  const hub = new Hub();
  const [one, two, idle] = [newWindow(hub), newWindow(hub), newWindow(hub)];
  hub.follow(one.end, "a");
  hub.follow(one.end, "b");
  hub.follow(two.end, "b");
  for (const id of ["a", "b", "c"]) say(hub, id);
  hub.unfollow(one.end, "b");
  hub.unfollow(two.end, "a"); // never followed
  for (const id of ["a", "b", "c"]) say(hub, id);
  assert.deepEqual([one.heard, two.heard, idle.heard], [["a", "b", "a"], ["b", "b"], []]);
});

test("a window whose operator may not see the site hears nothing of its chats", () => {
  const hub = new Hub();
  const [own, other] = [newWindow(hub, ["site"]), newWindow(hub, ["another"])];
  for (const { end } of [own, other]) hub.follow(end, "a");
  say(hub, "a");
  assert.deepEqual([own.heard, other.heard], [["a"], []]);
});

test("what concerns one site touches nobody of another, however many are there", () => {
  const hub = new Hub();
  const touched: string[] = [];
  // Whoever only looks at one of these is found out.
  const elsewhere = new Proxy({} as VisitorEnd, {
    get: (_, name) => () => touched.push(String(name)),
    has: (_, name) => touched.push(String(name)) > 0,
  });
  for (let visitor = 1; visitor <= 10_000; visitor += 1) hub.visitors.add("another", visitor, elsewhere);
  touched.length = 0;
  const heard: string[] = [];
  const here: VisitorEnd = {
    tab: "tab",
    hasSaid: () => false,
    sendText: (text) => heard.push((JSON.parse(text) as { type: string }).type),
    keepOut: () => undefined,
  };
  hub.visitors.add("site", 10_001, here);
  say(hub, "a");
  hub.deliver({ type: "availability", site: "site", online: true, departments: [] });
  hub.visitors.remove("site", 10_001, here);
  assert.deepEqual(heard, ["messages", "online"]);
  assert.deepEqual(touched, []);
  // And those there are reached all the same.
  hub.deliver({ type: "availability", site: "another", online: true, departments: [] });
  assert.equal(touched.filter((name) => name === "sendText").length >= 10_000, true);
});
