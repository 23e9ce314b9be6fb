import { randomFillSync } from "node:crypto";
import type { World } from "../chat/world.ts";

const RANDOM_BYTES = 12;
/** Random bytes for the next ids: the system is asked for many at once, because asking costs more than the bytes. */
const pool = Buffer.alloc(RANDOM_BYTES * 256);
let used = pool.length;

function nextRandom(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.toString("base64url", used - RANDOM_BYTES, used);
}

/** The world as it is: the computer's clock, and ids of the time (so that a store finds new ones beside each other) and 96 random bits. */
export const world: World = {
  now: () => Date.now(),
  newId: () => Date.now().toString(36) + nextRandom(),
};
