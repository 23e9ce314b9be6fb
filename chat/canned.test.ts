import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { addOperator } from "../server/store/contract/samples.ts";
import { startRules } from "../test/harness/rules.ts";
import { Canned, type CannedWish } from "./canned.ts";

const everywhere = { sites: "all", departments: [] as string[] } as const;
const OWNER = { id: "operator-maya", role: "owner", ...everywhere } as const;
const PRIYA = { id: "operator-priya", role: "operator", ...everywhere } as const;
const LEE = { id: "operator-lee", role: "supervisor", ...everywhere } as const;

function wish(title: string, more: Partial<CannedWish> = {}): CannedWish {
  return { kind: "message", shared: false, folder: "", title, text: `text of ${title}`, ...more };
}

async function start(t: TestContext) {
  const rules = await startRules(t);
  for (const { id } of [OWNER, PRIYA, LEE]) await addOperator(rules.store, id, id);
  return { ...rules, canned: new Canned({ ...rules, isDepartment: (id) => id === "sales" }) };
}

test("an operator's own canned items are seen, changed and removed by nobody else, not even the owner", async (t) => {
  const { canned, announced } = await start(t);
  const [own] = await canned.add(PRIYA, [wish("Mine", { folder: " Hello " })]);
  assert.ok(own);
  assert.deepEqual(await announced(), [{ type: "canned", operator: PRIYA.id }]);
  assert.deepEqual(await canned.of(PRIYA), [own]);
  assert.equal(own.folder, "Hello");
  for (const other of [OWNER, LEE]) {
    assert.deepEqual(await canned.of(other), []);
    await assert.rejects(canned.change(other, own.id, wish("Theirs")), { code: "not-found" });
    await assert.rejects(canned.remove(other, own.id), { code: "not-found" });
    await assert.rejects(canned.use(other, own.id), { code: "not-found" });
  }
  await canned.use(PRIYA, own.id);
  const changed = await canned.change(PRIYA, own.id, { folder: "", title: "Still mine", text: "other" });
  assert.deepEqual(changed, { ...own, folder: "", title: "Still mine", text: "other", uses: 1 });
  await canned.remove(PRIYA, own.id);
  assert.deepEqual(await canned.of(PRIYA), []);
});

test("what is shared is used by all and changed by the owner and administrators", async (t) => {
  const { canned, announced } = await start(t);
  const [shared] = await canned.add(OWNER, [wish("Ours", { shared: true })]);
  assert.ok(shared);
  assert.deepEqual(await announced(), [{ type: "canned" }]);
  for (const other of [PRIYA, LEE]) {
    await assert.rejects(canned.add(other, [wish("Mine"), wish("Ours", { shared: true })]), { code: "not-allowed" });
    await assert.rejects(canned.change(other, shared.id, wish("Theirs")), { code: "not-allowed" });
    await assert.rejects(canned.remove(other, shared.id), { code: "not-allowed" });
    await canned.use(other, shared.id);
    assert.deepEqual(await canned.of(other), [{ ...shared, uses: other === PRIYA ? 1 : 2 }]);
  }
  const administrator = { ...LEE, role: "administrator" } as const;
  assert.equal((await canned.change(administrator, shared.id, wish("Changed"))).title, "Changed");
  await canned.remove(administrator, shared.id);
  await assert.rejects(canned.change(OWNER, shared.id, wish("Gone")), { code: "not-found" });
});

test("what a department shares is used by its operators, and changed by supervisors and those above them", async (t) => {
  const { canned, announced } = await start(t);
  const ours = wish("Ours", { shared: true, department: "sales" });
  const seller = { ...PRIYA, departments: ["sales"] };
  await assert.rejects(canned.add(seller, [ours]), { code: "not-allowed" });
  const [item] = await canned.add(LEE, [ours]);
  assert.ok(item);
  assert.deepEqual(await announced(), [{ type: "canned" }]);
  for (const one of [seller, LEE, OWNER]) assert.deepEqual(await canned.of(one), [item]);
  await assert.rejects(canned.change(seller, item.id, ours), { code: "not-allowed" });
  await canned.use(seller, item.id);
  // To somebody of another department it is not there.
  assert.deepEqual(await canned.of(PRIYA), []);
  await assert.rejects(canned.use(PRIYA, item.id), { code: "not-found" });
  assert.equal((await canned.change(LEE, item.id, wish("Changed"))).department, "sales");
  await canned.remove(OWNER, item.id);
  assert.deepEqual(await canned.of(seller), []);
  const nowhere = wish("Nowhere", { shared: true, department: "gone" });
  await assert.rejects(canned.add(OWNER, [nowhere]), { code: "not-found" });
  await assert.rejects(canned.add(OWNER, [wish("Mine", { department: "sales" })]), { code: "bad-message" });
});

test("too many, too long or empty: nothing is added", async (t) => {
  const { canned } = await start(t);
  await assert.rejects(
    canned.add(
      PRIYA,
      ["a", "b", "c", "d"].map((title) => wish(title)),
    ),
    { code: "not-allowed" },
  );
  await assert.rejects(canned.add(PRIYA, [wish("a"), wish("b", { text: "x".repeat(201) })]), { code: "too-long" });
  await assert.rejects(canned.add(PRIYA, [wish("a"), wish(" ")]), { code: "empty" });
  assert.deepEqual(await canned.of(PRIYA), []);
});

test("a canned URL is an address or a path of the shop, with variables in it if need be", async (t) => {
  const { canned } = await start(t);
  const url = (text: string) => canned.add(PRIYA, [wish("u", { kind: "url", text })]);
  for (const text of ["/tents", "https://shop.example/?for={visitor.name|dear guest}", "www.example.com:8080/a"]) {
    const [item] = await url(text);
    await canned.remove(PRIYA, item?.id ?? "");
  }
  for (const text of ["javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "see /tents"])
    await assert.rejects(url(text), { code: "url-not-allowed" });
  await assert.rejects(url(`/${"x".repeat(60)}`), { code: "too-long" });
});
