import assert from "node:assert/strict";
import { test } from "node:test";
import { ChatError } from "../../../chat/error.ts";
import type { Note } from "../../../chat/note.ts";
import { ADA, BEN, MAYA, PRIYA, SITE, site } from "./samples.ts";
import type { OpenStore } from "./under-test.ts";

/** Notes, visitor numbers, sites, settings. */
export function installation(openStore: OpenStore): void {
  const note = (id: string, more: Partial<Note> = {}): Note => {
    return { id, site: SITE, visitor: ADA, author: MAYA, at: 10, text: `text of ${id}`, ...more };
  };

  test("a visitor's newest notes are listed oldest first", async (t) => {
    const { store } = await openStore(t);
    for (const at of [30, 10, 20]) await store.addNote(note(`n-${at}`, { at }));
    await store.addNote(note("other-visitor", { visitor: BEN }));
    await store.addNote(note("other-site", { site: "site-2" }));
    assert.deepEqual(await store.notesOf(SITE, ADA, 2), [note("n-20", { at: 20 }), note("n-30", { at: 30 })]);
  });

  test("a note that is added again is kept once, as it was", async (t) => {
    const { store } = await openStore(t);
    await store.addNote(note("n"));
    assert.deepEqual(await store.addNote(note("n", { text: "altered", at: 99 })), note("n"));
    assert.deepEqual(await store.notesOf(SITE, ADA, 10), [note("n")]);
  });

  test("a note under an id that somebody else has used is refused", async (t) => {
    const { store } = await openStore(t);
    await store.addNote(note("n"));
    const refused = (error: unknown) => error instanceof ChatError && error.code === "not-found";
    await assert.rejects(store.addNote(note("n", { author: PRIYA })), refused);
    await assert.rejects(store.addNote(note("n", { visitor: BEN })), refused);
  });

  test("visitor numbers start with 10,001 and are handed out once, also when many ask at once", async (t) => {
    const { store, reopen } = await openStore(t);
    assert.equal(await store.reserveVisitorNumbers(5), 10_001);
    const firsts = await Promise.all([3, 1, 2].map((count) => store.reserveVisitorNumbers(count)));
    assert.deepEqual(firsts, [10_006, 10_009, 10_010]);
    assert.equal(await (await reopen()).reserveVisitorNumbers(1), 10_012);
  });

  test("sites are listed oldest first and can be changed", async (t) => {
    const { store } = await openStore(t);
    await store.addSite(site("young", { createdAt: 2 }));
    await store.addSite(site("old", { createdAt: 1, origins: [] }));
    assert.deepEqual(
      (await store.sites()).map(({ id }) => id),
      ["old", "young"],
    );
    const change = { name: "Fjällräv", origins: ["https://a.example", "http://localhost:8080"] };
    const changed = { ...site("old", { createdAt: 1 }), ...change };
    assert.deepEqual(await store.changeSite("old", change), changed);
    assert.deepEqual((await store.sites())[0], changed);
    assert.equal(await store.changeSite("nowhere", change), undefined);
  });

  test("a site's look is kept, and what a change does not name stays", async (t) => {
    const { store, reopen } = await openStore(t);
    await store.addSite(site("s"));
    const look = { colour: "#aa3300", side: "left", texts: { de: { chat: "Grüezi" } } } as const;
    assert.deepEqual(await store.changeSite("s", { look }), { ...site("s"), look });
    assert.deepEqual(await store.changeSite("s", { name: "Other" }), { ...site("s"), look, name: "Other" });
    assert.deepEqual(await (await reopen()).sites(), [{ ...site("s"), look, name: "Other" }]);
  });

  test("a site that is added again is kept once, as it was", async (t) => {
    const { store } = await openStore(t);
    await store.addSite(site("s"));
    assert.deepEqual(await store.addSite(site("s", { name: "altered" })), site("s"));
    assert.deepEqual(await store.sites(), [site("s")]);
  });

  test("a setting has the value that was put last, or the first one where it is put once", async (t) => {
    const { store } = await openStore(t);
    assert.equal(await store.setting("name"), undefined);
    await store.putSetting("name", "one");
    await store.putSetting("name", "two");
    assert.equal(await store.setting("name"), "two");
    assert.equal(await store.putSettingOnce("name", "three"), "two");
    const secrets = await Promise.all(["a", "b"].map((value) => store.putSettingOnce("secret", value)));
    assert.deepEqual(secrets, ["a", "a"]);
  });
}
