import assert from "node:assert/strict";
import { test } from "node:test";
import type { Department } from "../../../chat/department.ts";
import { NO_QUEUE } from "../../../chat/queue-rule.ts";
import type { Store } from "../../../chat/store.ts";
import { addOperator, kept, opening, says } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Departments, and who belongs to them. */
export function departments(openStore: OpenStore): void {
  const department = (id: string, more: Partial<Department> = {}): Department => {
    return { id, name: `name of ${id}`, sites: "all", queue: NO_QUEUE, createdAt: 1, ...more };
  };
  const hours = { timeZone: "Europe/Berlin", days: Array.from({ length: 7 }, () => [{ from: 540, to: 1_020 }]) };
  const rights = { name: "Maya", role: "supervisor" as const, sites: ["shop"], departments: ["a", "b"] };
  const ids = async (store: Store) => (await store.departments()).map(({ id }) => id);

  test("departments are kept as they were made and changed, oldest first", async (t) => {
    const { store, reopen } = await openStore(t);
    assert.equal(await store.addDepartment(department("b", { createdAt: 2, hours }), 10), true);
    assert.equal(await store.addDepartment(department("a", { sites: ["shop"] }), 10), true);
    const wish = { name: "Sales", sites: ["x"], queue: { rule: "in-turn", mostChats: 2, answerMs: 9_000 } } as const;
    assert.deepEqual(
      await store.changeDepartment("b", { ...wish, sites: ["x"] }),
      department("b", { ...wish, sites: ["x"], createdAt: 2 }),
    );
    assert.equal(await store.changeDepartment("nowhere", { ...wish, sites: "all" }), undefined);
    const again = await reopen();
    assert.deepEqual(await again.departments(), [
      department("a", { sites: ["shop"] }),
      department("b", { ...wish, sites: ["x"], createdAt: 2 }),
    ]);
  });

  test("beyond the bound no department is added", async (t) => {
    const { store } = await openStore(t);
    assert.equal(await store.addDepartment(department("a"), 1), true);
    assert.equal(await store.addDepartment(department("b"), 1), false);
    assert.deepEqual(await ids(store), ["a"]);
  });

  test("a department that is removed is no operator's any more", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await store.addDepartment(department("a"), 10);
    await store.changeOperator("maya", rights);
    await store.removeDepartment("a");
    assert.deepEqual(await ids(store), []);
    assert.deepEqual((await store.operator("maya"))?.departments, ["b"]);
  });

  test("an operator's name, role, sites and departments are changed", async (t) => {
    const { store } = await openStore(t);
    const before = await addOperator(store, "maya", "maya");
    assert.deepEqual(await store.changeOperator("maya", rights), { ok: true, operator: { ...before, ...rights } });
    assert.deepEqual(await store.operator("maya"), { ...before, ...rights });
    assert.deepEqual(await store.changeOperator("nobody", rights), { ok: false, reason: "not-found" });
  });

  test("a conversation keeps the department that it was asked of", async (t) => {
    const { store } = await openStore(t);
    const { conversation } = kept(
      await store.appendFromVisitor(says("first", { open: opening("c", { department: "a" }) })),
    );
    assert.equal(conversation.department, "a");
    assert.equal((await store.conversation("c"))?.department, "a");
  });
}
