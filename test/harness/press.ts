import type { TestContext } from "node:test";
import { atEnd } from "./endings.ts";

/** With this configuration a pressed server is overloaded, and one on a machine with much to do is not. */
export const OVERLOADABLE = { overloadDelayMs: 150, overloadAfterMs: 1_000 };
/** Each turn of the event loop is made to take so long. */
const TURN_MS = 300;

/** Keeps the event loop, which here is the server's as well, from its work, as somebody else on the same processor would. @returns how to let go. */
export function press(t: TestContext): () => void {
  const timer = setInterval(() => {
    const until = performance.now() + TURN_MS;
    while (performance.now() < until);
  }, 5);
  const release = (): void => clearInterval(timer);
  atEnd(t, release);
  return release;
}
