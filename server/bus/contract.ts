import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Bus } from "../../chat/bus.ts";
import type { Announcement } from "../../chat/event.ts";

/** What every bus must do. `open` gives a bus of its own to each test and tells `onError` what a listener throws. */
export function busContract(name: string, open: (onError: (error: unknown) => void) => Promise<Bus>): void {
  describe(`the contract of a bus: ${name}`, () => {
    test("every listener hears every announcement, in the order in which they were made", async (t) => {
      const bus = await start();
      t.after(() => bus.close());
      const first = listenFor(bus, 3);
      const second = listenFor(bus, 3);
      for (const id of ["one", "two", "three"]) bus.announce(operator(id));
      assert.deepEqual(await first.heard, ["one", "two", "three"]);
      assert.deepEqual(await second.heard, ["one", "two", "three"]);
    });

    test("an announcement arrives as it was made", async (t) => {
      const bus = await start();
      t.after(() => bus.close());
      const made: Announcement = {
        type: "note",
        note: {
          id: "n",
          site: "s",
          visitor: 10_001,
          author: { id: "o", name: "Maya" },
          at: 1,
          text: "Prefers ☎ calls",
        },
      };
      const arrived = new Promise((resolve) => bus.listen(resolve));
      bus.announce(made);
      assert.deepEqual(await arrived, made);
    });

    test("no listener is called before announce has returned", async (t) => {
      const bus = await start();
      t.after(() => bus.close());
      let announcing = true;
      const wasAnnouncing = new Promise((resolve) => bus.listen(() => resolve(announcing)));
      bus.announce(operator("one"));
      announcing = false;
      assert.equal(await wasAnnouncing, false);
    });

    test("what a listener announces comes after what was announced before, and the listener is not called in the middle", async (t) => {
      const bus = await start();
      t.after(() => bus.close());
      let depth = 0;
      let deepest = 0;
      bus.listen((announcement) => {
        depth += 1;
        deepest = Math.max(deepest, depth);
        if (idOf(announcement) === "one") bus.announce(operator("answer"));
        depth -= 1;
      });
      const { heard } = listenFor(bus, 3);
      bus.announce(operator("one"));
      bus.announce(operator("two"));
      assert.deepEqual(await heard, ["one", "two", "answer"]);
      assert.equal(deepest, 1);
    });

    test("a listener that throws is reported and keeps the others from nothing", async (t) => {
      const errors: unknown[] = [];
      const bus = await open((error) => errors.push(error));
      t.after(() => bus.close());
      const broken = new Error("broken");
      bus.listen(() => {
        throw broken;
      });
      const { heard } = listenFor(bus, 2);
      bus.announce(operator("one"));
      bus.announce(operator("two"));
      assert.deepEqual(await heard, ["one", "two"]);
      assert.deepEqual(errors, [broken, broken]);
    });

    test("who has stopped listening hears nothing more, and stopping twice is harmless", async (t) => {
      const bus = await start();
      t.after(() => bus.close());
      const early = listenFor(bus, 1);
      const { heard } = listenFor(bus, 2);
      bus.announce(operator("one"));
      await early.heard;
      early.stop();
      early.stop();
      bus.announce(operator("two"));
      await heard;
      assert.deepEqual(early.ids, ["one"]);
    });

    test("a function that listens twice is called twice, and each of its stops stops one", async (t) => {
      const bus = await start();
      t.after(() => bus.close());
      const ids: string[] = [];
      const listener = (announcement: Announcement): void => void ids.push(idOf(announcement));
      const stop = bus.listen(listener);
      bus.listen(listener);
      const { heard } = listenFor(bus, 2);
      bus.announce(operator("one"));
      bus.announce(operator("two"));
      await heard;
      stop();
      const last = listenFor(bus, 1);
      bus.announce(operator("three"));
      await last.heard;
      assert.deepEqual(ids, ["one", "one", "two", "two", "three"]);
    });

    test("closing delivers what was announced, and nothing that is announced afterwards", async () => {
      const bus = await start();
      const { ids } = listenFor(bus, 1);
      bus.announce(operator("before"));
      const closed = bus.close();
      bus.announce(operator("after"));
      await closed;
      await new Promise(setImmediate);
      assert.deepEqual(ids, ["before"]);
    });

    function start(): Promise<Bus> {
      return open((error) => {
        throw error;
      });
    }
  });
}

function operator(id: string): Announcement {
  return { type: "operator", operator: id, status: "online" };
}

function idOf(announcement: Announcement): string {
  return announcement.type === "operator" ? announcement.operator : announcement.type;
}

/** Listens, and promises the ids of the first `count` announcements. */
function listenFor(bus: Bus, count: number): { ids: string[]; heard: Promise<string[]>; stop: () => void } {
  const ids: string[] = [];
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const stop = bus.listen((announcement) => {
    ids.push(idOf(announcement));
    if (ids.length === count) resolve([...ids]);
  });
  return { ids, heard: promise, stop };
}
