import assert from "node:assert/strict";
import { test } from "node:test";
import type { CannedItem } from "../../../chat/canned.ts";
import type { Store } from "../../../chat/store.ts";
import { addOperator } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Canned messages and URLs. */
export function canned(openStore: OpenStore): void {
  const item = (id: string, more: Partial<CannedItem> = {}): CannedItem => {
    return {
      id,
      kind: "message",
      folder: "",
      title: `title of ${id}`,
      text: `text of ${id}`,
      uses: 0,
      createdAt: 1,
      ...more,
    };
  };
  const ids = async (store: Store, operator: string) => (await store.cannedFor(operator)).map(({ id }) => id);

  test("an operator has what is shared and their own, oldest first", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    await addOperator(store, "priya", "priya");
    const own = item("own", { owner: "maya", kind: "url", createdAt: 3 });
    assert.equal(await store.addCanned([own, item("late", { createdAt: 2 }), item("early")], 10), true);
    assert.deepEqual(await store.cannedFor("maya"), [item("early"), item("late", { createdAt: 2 }), own]);
    assert.deepEqual(await ids(store, "priya"), ["early", "late"]);
    assert.deepEqual(await store.cannedItem("own"), own);
    assert.equal(await store.cannedItem("nowhere"), undefined);
    const ofSales = item("of-sales", { department: "sales", createdAt: 4 });
    assert.equal(await store.addCanned([ofSales], 10), true);
    assert.deepEqual(await store.cannedItem("of-sales"), ofSales);
  });

  test("beyond the bound nothing is added; what is shared and each operator's own are counted apart", async (t) => {
    const { store } = await openStore(t);
    await addOperator(store, "maya", "maya");
    assert.equal(await store.addCanned([item("a"), item("b")], 2), true);
    assert.equal(await store.addCanned([item("mine", { owner: "maya" }), item("c")], 2), false);
    assert.deepEqual(await ids(store, "maya"), ["a", "b"]);
    assert.equal(await store.addCanned([item("mine", { owner: "maya" })], 2), true);
  });

  test("they are changed, counted and removed", async (t) => {
    const { store, reopen } = await openStore(t);
    await store.addCanned([item("a"), item("b")], 10);
    const words = { folder: "Delivery", title: "Times", text: "5–7 days" };
    assert.deepEqual(await store.changeCanned("a", words), item("a", words));
    assert.equal(await store.changeCanned("nowhere", words), undefined);
    await Promise.all([store.countCannedUse("a"), store.countCannedUse("a"), store.removeCanned("b")]);
    await store.removeCanned("b");
    assert.deepEqual(await (await reopen()).cannedFor("maya"), [item("a", { ...words, uses: 2 })]);
  });
}
