import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "./operator.ts";
import { type Actor, everyAction, may, mustBeAllowed } from "./permissions.ts";

function actor(role: Role, more: Partial<Actor> = {}): Actor {
  return { id: "maya", role, sites: ["shop"], departments: ["sales"], ...more };
}

test("the owner may do everything everywhere", () => {
  const owner = actor("owner", { sites: [], departments: [] });
  const refused = everyAction.filter((action) => !may(owner, action, { site: "other", department: "service" }));
  assert.deepEqual(refused, []);
});

test("what an operator may do, a supervisor may, and an administrator after them", () => {
  for (const action of everyAction) {
    const allowed = (["operator", "supervisor", "administrator"] as const).map((role) => may(actor(role), action));
    assert.deepEqual(
      allowed,
      allowed.toSorted((a, b) => Number(a) - Number(b)),
      action,
    );
  }
});

test("nobody but administrators reaches a site that is not theirs", () => {
  for (const role of ["operator", "supervisor"] as const) {
    assert.equal(may(actor(role), "chat.see", { site: "shop" }), true);
    assert.equal(may(actor(role), "chat.see", { site: "other", among: ["maya"] }), false);
    assert.equal(may(actor(role, { sites: "all" }), "chat.see", { site: "other" }), true);
  }
  assert.equal(may(actor("administrator"), "chat.see", { site: "other" }), true);
});

test("an operator sees the chats of the own departments, those of none, and those they are in", () => {
  const see = (place: { department?: string; among?: string[] }) =>
    may(actor("operator"), "chat.see", { site: "shop", ...place });
  assert.equal(see({}), true);
  assert.equal(see({ department: "sales" }), true);
  assert.equal(see({ department: "service" }), false);
  assert.equal(see({ department: "service", among: ["priya"] }), false);
  assert.equal(see({ department: "service", among: ["maya"] }), true);
  assert.equal(may(actor("supervisor"), "chat.see", { site: "shop", department: "service" }), true);
});

test("a refusal says why", () => {
  const refusal = (role: Role, ...rest: Parameters<typeof mustBeAllowed> extends [Actor, ...infer R] ? R : never) => {
    try {
      mustBeAllowed(actor(role), ...rest);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  assert.match(refusal("operator", "site.change") ?? "", /Only the owner and administrators/);
  assert.match(refusal("operator", "list.see", { site: "other" }) ?? "", /not one of yours/);
  assert.match(refusal("operator", "chat.see", { site: "shop", department: "service" }) ?? "", /department/);
  assert.equal(refusal("operator", "chat.see", { site: "shop" }), undefined);
});
