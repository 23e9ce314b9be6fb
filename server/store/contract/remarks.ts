import assert from "node:assert/strict";
import { test } from "node:test";
import type { Remark } from "../../../chat/remark.ts";
import { ADA, BEN, MAYA, PRIYA, SITE } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Remarks, each of one operator. */
export function remarks(openStore: OpenStore): void {
  const remark = (text: string, more: Partial<Remark> = {}): Remark => {
    return { operator: MAYA.id, site: SITE, visitor: ADA, text, at: 10, ...more };
  };

  test("an operator has one remark on a visitor, the last one, and sees nobody else's", async (t) => {
    const { store, reopen } = await openStore(t);
    await store.setRemark(remark("first"), 9);
    await store.setRemark(remark("second", { at: 20 }), 9);
    await store.setRemark(remark("about Ben", { visitor: BEN, at: 15 }), 9);
    await store.setRemark(remark("elsewhere", { site: "site-2", at: 5 }), 9);
    await store.setRemark(remark("Priya's", { operator: PRIYA.id }), 9);
    const again = await reopen();
    const texts = async (operator: string) => (await again.remarksOf(operator, 9)).map(({ text }) => text);
    assert.deepEqual(await texts(MAYA.id), ["second", "about Ben", "elsewhere"]);
    assert.deepEqual(await texts(PRIYA.id), ["Priya's"]);
    assert.deepEqual(await again.remarksOf(MAYA.id, 1), [remark("second", { at: 20 })]);
  });

  test("an empty remark takes it away, also where there is none", async (t) => {
    const { store } = await openStore(t);
    await store.setRemark(remark("first"), 9);
    assert.deepEqual(await store.setRemark(remark(""), 9), {});
    assert.deepEqual(await store.setRemark(remark(""), 9), {});
    assert.deepEqual(await store.remarksOf(MAYA.id, 9), []);
  });

  test("at the bound the oldest makes room, but not for one that is changed", async (t) => {
    const { store } = await openStore(t);
    for (const at of [30, 10, 20]) await store.setRemark(remark(`at ${at}`, { visitor: at, at }), 3);
    assert.deepEqual(await store.setRemark(remark("changed", { visitor: 20, at: 40 }), 3), {});
    const { dropped } = await store.setRemark(remark("new", { visitor: 50, at: 1 }), 3);
    assert.deepEqual(dropped, remark("at 10", { visitor: 10, at: 10 }));
    const left = (await store.remarksOf(MAYA.id, 9)).map(({ visitor }) => visitor);
    assert.deepEqual(left, [20, 30, 50]);
  });
}
