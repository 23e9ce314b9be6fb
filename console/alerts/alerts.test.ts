import assert from "node:assert/strict";
import { test } from "node:test";
import { calling, noAlerts, type Waiting, withoutWaiting, withUnread, withWaiting } from "./alerts.ts";

const ada: Waiting = { kind: "request", conversation: "a", site: "s", visitor: 1, name: "Ada" };
const ben: Waiting = { kind: "request", conversation: "b", site: "s", visitor: 2, name: "Ben" };

test("who waits calls until they are answered", () => {
  const both = withWaiting(withWaiting(noAlerts, ada), ben);
  assert.deepEqual(calling(both, []), [ada, ben]);
  assert.deepEqual(calling(withoutWaiting(both, "a"), []), [ben]);
  assert.equal(withoutWaiting(both, "c"), both);
});

test("what is dismissed does not call, and the others do", () => {
  const both = withWaiting(withWaiting(noAlerts, ada), ben);
  assert.deepEqual(calling(both, ["a"]), [ben]);
});

test("an accepted invitation stays one, whatever is told of its conversation", () => {
  const accepted = withWaiting(withWaiting(noAlerts, { ...ada, kind: "accepted" }), ada);
  assert.equal(accepted.waiting["a"]?.kind, "accepted");
  assert.deepEqual(
    calling(accepted, [], (kind) => kind === "request"),
    [],
  );
});

test("a chat that has been read is no longer unread", () => {
  const unread = withUnread(noAlerts, "a", { count: 2, name: "Ada" });
  assert.equal(unread.unread["a"]?.count, 2);
  assert.equal(withUnread(unread, "a", { count: 2, name: "Ada" }), unread);
  assert.deepEqual(withUnread(unread, "a", { count: 0, name: "Ada" }).unread, {});
});
