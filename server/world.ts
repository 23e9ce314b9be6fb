import { randomBytes } from "node:crypto";
import type { World } from "../chat/world.ts";

/** The world as it is: the computer's clock, and ids of the time (so that a store finds new ones beside each other) and 96 random bits. */
export const world: World = {
  now: () => Date.now(),
  newId: () => Date.now().toString(36) + randomBytes(12).toString("base64url"),
};
