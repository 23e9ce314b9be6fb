import { randomBytes } from "node:crypto";
import type { World } from "../chat/world.ts";

/** The world as it is: the computer's clock, and ids of 128 random bits. */
export const world: World = {
  now: () => Date.now(),
  newId: () => randomBytes(16).toString("base64url"),
};
