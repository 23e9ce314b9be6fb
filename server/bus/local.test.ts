import assert from "node:assert/strict";
import { test } from "node:test";
import { busContract } from "./contract.ts";
import { LocalBus } from "./local.ts";

busContract("local", (onError) => Promise.resolve(new LocalBus(onError)));

test("an announcement is delivered before the event loop turns", async () => {
  const bus = new LocalBus();
  let delivered = false;
  bus.listen(() => {
    delivered = true;
  });
  bus.announce({ type: "canned" });
  await Promise.resolve();
  assert.equal(delivered, true);
  await bus.close();
});
