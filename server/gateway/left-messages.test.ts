import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../client/id.ts";
import type { LeftMessage } from "../../protocol/rest.ts";
import { startShop } from "../../test/harness/shop.ts";

test("messages left while nobody was online are read newest first, and marked as answered", async (t) => {
  const shop = await startShop(t);
  const { cookie } = shop.owner;
  const visitor = shop.visitor();
  for (const text of ["First", "Second"]) {
    await visitor.line.ask({ type: "leave", id: newId(), name: "Kim", email: "kim@example.org", text });
  }
  const read = async (query = ""): Promise<LeftMessage[]> => {
    const answer = await shop.request("GET", `/left-messages?site=${shop.site.id}${query}`, undefined, cookie);
    return (await answer.json()) as LeftMessage[];
  };
  const [second, first] = await read();
  assert.ok(first !== undefined && second !== undefined);
  assert.deepEqual(first, {
    conversation: first.conversation,
    site: shop.site.id,
    visitor: visitor.visitor,
    name: "Kim",
    email: "kim@example.org",
    text: "First",
    at: first.at,
  });
  assert.equal(second.text, "Second");
  if (first.at < second.at) assert.deepEqual(await read(`&before=${second.at}`), [first]);

  await shop.request("PUT", `/left-messages/${first.conversation}`, { settled: true }, cookie);
  assert.equal(typeof (await read()).at(-1)?.settledAt, "number");
  await shop.request("PUT", `/left-messages/${first.conversation}`, { settled: false }, cookie);
  assert.equal((await read()).at(-1)?.settledAt, undefined);
  await assert.rejects(shop.request("PUT", "/left-messages/none", { settled: true }, cookie), /answered 404/);
  await assert.rejects(shop.request("GET", `/left-messages?site=${shop.site.id}`), /answered 401/);
});
