import assert from "node:assert/strict";
import { test } from "node:test";
import type { SharedSound } from "../../../chat/sounds.ts";
import type { OpenStore } from "./under-test.ts";

/** The sounds that all operators can choose. */
export function sounds(openStore: OpenStore): void {
  const sound = (id: string, name: string): SharedSound => ({ id, name, type: "audio/ogg", size: 3, addedAt: 5 });

  test("sounds are kept by name, as they are, and no more of them than there may be", async (t) => {
    const { store, reopen } = await openStore(t);
    assert.equal(await store.addSound(sound("one", "Gong"), "AAEC", 2), true);
    assert.equal(await store.addSound(sound("two", "Bicycle"), "AAED", 2), true);
    assert.equal(await store.addSound(sound("three", "Horn"), "AAEE", 2), false);
    const again = await reopen();
    assert.deepEqual(await again.sounds(), [sound("two", "Bicycle"), sound("one", "Gong")]);
    assert.deepEqual(await again.soundFile("one"), { type: "audio/ogg", data: "AAEC" });
    await again.removeSound("one");
    await again.removeSound("one");
    assert.equal(await again.soundFile("one"), undefined);
    assert.deepEqual(await again.sounds(), [sound("two", "Bicycle")]);
  });
}
