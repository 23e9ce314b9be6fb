import type { TestContext } from "node:test";

type End = () => Promise<void> | void;

const stacks = new WeakMap<TestContext, End[]>();

/** Does something when the test is over: what was begun last is ended first, so that no browser outlives its server. */
export function atEnd(t: TestContext, end: End): void {
  const known = stacks.get(t);
  if (known !== undefined) {
    known.push(end);
    return;
  }
  stacks.set(t, [end]);
  t.after(() => endAll(t));
}

/** Ends what was begun, and fails with the first that could not be ended. */
export async function endAll(t: TestContext): Promise<void> {
  const stack = stacks.get(t) ?? [];
  const failures: unknown[] = [];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    try {
      await next();
    } catch (error) {
      failures.push(error); // the rest is to be ended all the same
    }
  }
  if (failures.length > 0) throw failures[0];
}
