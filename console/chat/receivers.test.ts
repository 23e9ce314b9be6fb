import assert from "node:assert/strict";
import { test } from "node:test";
import type { Colleague } from "../../protocol/server-to-operator.ts";
import { receivers } from "./receivers.ts";

function colleague(name: string, status: Colleague["status"], more: Partial<Colleague> = {}): Colleague {
  return { id: `id-of-${name}`, login: name, name, status, ...more };
}

const from = { departments: [], site: "site-1", me: "id-of-maya" };
const names = (all: ReturnType<typeof receivers>) => all.map(({ name }) => name);

test("a chat is offered to those who are there, who is online and has the fewest chats first, and never to oneself", () => {
  const colleagues = [
    colleague("maya", "online"),
    colleague("gone", "offline"),
    colleague("priya", "online", { chats: 3 }),
    colleague("away", "away", { chats: 0 }),
    colleague("sam", "online", { chats: 1 }),
    colleague("ana", "online", { chats: 1 }),
    colleague("elsewhere", "online", { sites: ["site-2"] }),
    colleague("here", "away", { sites: ["site-1"], chats: 5 }),
  ];
  assert.deepEqual(names(receivers({ ...from, colleagues })), ["ana", "sam", "priya", "away", "here"]);
  assert.deepEqual(receivers({ ...from, colleagues: colleagues.slice(0, 2) }), []);
});

test("a department is offered while somebody else of it is there, with how many are online", () => {
  const departments = [
    { id: "tents", name: "Tents" },
    { id: "stoves", name: "Stoves" },
    { id: "other", name: "Of another site", sites: ["site-2"] },
  ];
  const colleagues = [
    colleague("maya", "online", { departments: ["stoves"] }),
    colleague("priya", "online", { departments: ["tents", "other"] }),
    colleague("sam", "away", { departments: ["tents"] }),
  ];
  const groups = receivers({ ...from, colleagues, departments }).filter(({ kind }) => kind === "department");
  assert.deepEqual(groups, [{ kind: "department", id: "tents", name: "Tents", status: "online", count: 1 }]);
});
