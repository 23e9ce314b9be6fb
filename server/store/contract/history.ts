import assert from "node:assert/strict";
import { test } from "node:test";
import type { HistoryFilter } from "../../../chat/history.ts";
import type { Body } from "../../../chat/message.ts";
import { readSearch } from "../../../chat/search-terms.ts";
import type { Store } from "../../../chat/store.ts";
import { accepts, ADA, answer, BEN, ends, MAYA, opening, PRIYA, says, text } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** `history`, `messagesBefore`. */
export function history(openStore: OpenStore): void {
  test("the history has every conversation, the last request first, with the first thing said", async (t) => {
    const { store, reopen } = await openStore(t);
    await converse(store, "a", { words: "Hello there" });
    await converse(store, "b", { visitor: BEN });
    await store.leaveMessage(opening("c", { visitor: 10_003 }), text("left", "Please call me"));
    const again = await reopen();
    const { found, next } = await again.history({ terms: [], limit: 10 });
    assert.deepEqual(
      found.map(({ conversation, message }) => [conversation.id, message?.id]),
      [
        ["c", "left"],
        ["b", "said-b"],
        ["a", "said-a"],
      ],
    );
    assert.equal(next, undefined);
    assert.deepEqual(found[2]?.conversation, await again.conversation("a"));
    assert.deepEqual(found[2]?.message?.body, { kind: "text", text: "Hello there" });
  });

  test("the history is read page by page, and what is new meanwhile moves nothing", async (t) => {
    const { store } = await openStore(t);
    for (let visitor = 1; visitor <= 25; visitor++) await converse(store, `c${visitor}`, { visitor, words: "tent" });
    for (const terms of [[], readSearch("tent")]) {
      const ids: string[] = [];
      let before: number | undefined;
      do {
        const page = await store.history({ terms, limit: 10, ...(before !== undefined && { before }) });
        ids.push(...page.found.map(({ conversation }) => conversation.id));
        before = page.next;
        await converse(store, `new ${terms.length} ${ids.length}`, {
          visitor: 100 + ids.length + terms.length,
          words: "tent",
        });
      } while (before !== undefined);
      const older = ids.filter((id) => !id.startsWith("new"));
      assert.deepEqual(
        older,
        Array.from({ length: 25 }, (_, index) => `c${25 - index}`),
      );
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  test("the history is filtered by site, operator, visitor, outcome and time, together with words or without", async (t) => {
    const { store } = await openStore(t);
    await converse(store, "answered", { by: MAYA, at: 10 * DAY });
    await store.endConversation(ends("answered"));
    await converse(store, "missed", { visitor: BEN, at: 20 * DAY });
    await store.endConversation(ends("missed"));
    await converse(store, "live", { visitor: BEN, by: PRIYA, site: "site-2", at: 30 * DAY });
    await store.leaveMessage(opening("left", { at: 40 * DAY }), text("left-words", "words left"));
    const expected: [HistoryFilter, string][] = [
      [{ terms: [] }, "left live missed answered"],
      [{ terms: [], sites: ["site-2"] }, "live"],
      [{ terms: [], sites: ["site-1", "site-2"] }, "left live missed answered"],
      [{ terms: [], sites: [] }, ""],
      [{ terms: [], operator: MAYA.id }, "answered"],
      [{ terms: [], operator: PRIYA.id, sites: ["site-1"] }, ""],
      [{ terms: [], visitor: BEN }, "live missed"],
      [{ terms: [], visitor: BEN, outcome: "missed" }, "missed"],
      [{ terms: [], outcome: "live" }, "live"],
      [{ terms: [], outcome: "answered" }, "answered"],
      [{ terms: [], outcome: "missed" }, "missed"],
      [{ terms: [], outcome: "left" }, "left"],
      [{ terms: [], from: 20 * DAY }, "left live missed"],
      [{ terms: [], to: 20 * DAY }, "answered"],
      [{ terms: [], from: 10 * DAY, to: 30 * DAY + 1 }, "live missed answered"],
      [{ terms: [], from: 50 * DAY }, ""],
      [{ terms: [], to: 1 }, ""],
    ];
    for (const [filter, ids] of expected) {
      assert.equal(await idsOf(store, filter), ids, JSON.stringify(filter));
      assert.equal(await idsOf(store, { ...filter, terms: readSearch("words") }), ids, JSON.stringify(filter));
      assert.equal(await idsOf(store, { ...filter, terms: readSearch("wordless") }), "");
    }
  });

  test("words are found whatever their case and marks, by their beginnings, and phrases as they stand", async (t) => {
    const { store } = await openStore(t);
    await converse(store, "a", { words: "Grüße aus dem CAFÉ: zwei Zelte, bitte" });
    await converse(store, "b", { visitor: BEN, words: "Is the zelt in the cafe?" });
    for (const [search, ids] of [
      ["cafe", "b a"],
      ["gruße", "a"],
      ["zelt", "b a"],
      ['"zelt"', "b"],
      ['"aus dem"', "a"],
      ['"dem aus"', ""],
      ["zelte dem", "a"],
      ["zelte the", ""],
      ["nothing", ""],
      ['"', "b a"],
      ['zelt" OR NOT *', ""],
      ["words: a*b(", ""],
      ["zelt AND", ""],
    ] as const)
      assert.equal(await idsOf(store, { terms: readSearch(search) }), ids, search);
  });

  test("of several messages with the words a conversation shows the newest, once", async (t) => {
    const { store } = await openStore(t);
    await converse(store, "a", { words: "tent one", by: MAYA });
    for (let index = 0; index < 30; index++)
      await store.append({
        conversation: "a",
        draft: answer(`tent-${index}`, MAYA, { kind: "text", text: "tent" }),
        when: ["open"],
      });
    await converse(store, "b", { visitor: BEN, words: "tent two" });
    const { found } = await store.history({ terms: readSearch("tent"), limit: 10 });
    assert.deepEqual(
      found.map(({ conversation, message }) => [conversation.id, message?.id]),
      [
        ["b", "said-b"],
        ["a", "tent-29"],
      ],
    );
  });

  test("rich text and pushed addresses are found by their words, and not by their marking", async (t) => {
    const { store } = await openStore(t);
    await converse(store, "a", { by: MAYA });
    const rich: Body = {
      kind: "rich",
      tree: [
        "Look: ",
        { tag: "strong", children: ["moss", { tag: "a", href: "https://hidden.example", children: ["green"] }] },
      ],
    };
    const push: Body = { kind: "push", url: "https://shop.example/ridge-2", as: "page" };
    for (const [id, body] of Object.entries({ rich, push }))
      await store.append({ conversation: "a", draft: answer(id, MAYA, body), when: ["open"] });
    for (const [search, id] of [
      ["moss", "rich"],
      ["green look", "rich"],
      ["ridge", "push"],
      ["strong", undefined],
      ["hidden", undefined],
      ["accepted", undefined],
    ] as const) {
      const { found } = await store.history({ terms: readSearch(search), limit: 9 });
      assert.equal(found[0]?.message?.id, id, search);
    }
  });

  test("what was edited is found by what it says now, and what was deleted is not found", async (t) => {
    const { store } = await openStore(t);
    await converse(store, "a", { by: MAYA });
    await store.append({ conversation: "a", draft: answer("m"), when: ["open"] });
    const idOf = async (search: string) =>
      (await store.history({ terms: readSearch(search), limit: 9 })).found.map(({ message }) => message?.id).join();
    assert.equal(await idOf("answer"), "m");
    const correction = { conversation: "a", operator: MAYA, seq: 4, notBefore: 0 };
    const body: Body = { kind: "text", text: "correct words" };
    await store.correct({ ...correction, body, entry: { id: "edited", at: 400 } });
    assert.deepEqual([await idOf("answer"), await idOf("correct")], ["", "m"]);
    await store.correct({ ...correction, entry: { id: "deleted", at: 500 } });
    assert.deepEqual([await idOf("answer"), await idOf("correct")], ["", ""]);
  });

  test("a visitor is found by name and by e-mail address", async (t) => {
    const { store } = await openStore(t);
    const open = opening("a", { visitorName: "Zoë Nguyễn", visitorEmail: "zoe.n@mail.example" });
    await store.appendFromVisitor({ ...says("m"), open });
    for (const search of ["zoe nguyen", "zoe.n@mail.example", '"Nguyễn"']) {
      const { found } = await store.history({ terms: readSearch(search), limit: 9 });
      assert.deepEqual(
        found.map(({ conversation, message }) => [conversation.id, message]),
        [["a", undefined]],
        search,
      );
    }
  });

  test("a conversation's messages are read backwards from any place, each part in order", async (t) => {
    const { store } = await openStore(t);
    await converse(store, "a", { by: MAYA });
    for (let index = 0; index < 10; index++)
      await store.append({ conversation: "a", draft: answer(`m${index}`), when: ["open"] });
    const numbers = async (before: number, limit: number) =>
      (await store.messagesBefore("a", before, limit)).map(({ seq }) => seq);
    assert.deepEqual(await numbers(1_000, 3), [11, 12, 13]);
    assert.deepEqual(await numbers(11, 4), [7, 8, 9, 10]);
    assert.deepEqual(await numbers(3, 9), [1, 2]);
    assert.deepEqual(await numbers(1, 9), []);
    assert.deepEqual(await store.messagesBefore("nowhere", 9, 9), []);
  });
}

/** A conversation with the id, in which the visitor says some words; `by` has accepted it. */
async function converse(
  store: Store,
  id: string,
  {
    visitor = ADA,
    site = "site-1",
    words = `words of ${id}`,
    at = 100,
    by,
  }: {
    visitor?: number;
    site?: string;
    words?: string;
    at?: number;
    by?: typeof MAYA;
  } = {},
): Promise<void> {
  const open = opening(id, { visitor, site, at });
  await store.appendFromVisitor({ ...says(`said-${id}`, { visitor, site }), open, draft: text(`said-${id}`, words) });
  if (by !== undefined) await store.acceptConversation(accepts(id, by));
}

async function idsOf(store: Store, filter: HistoryFilter): Promise<string> {
  const { found } = await store.history({ ...filter, limit: 100 });
  return found.map(({ conversation }) => conversation.id).join(" ");
}
