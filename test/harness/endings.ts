import type { TestContext } from "node:test";

const stacks = new WeakMap<TestContext, (() => Promise<void> | void)[]>();

/** Does something when the test is over: what was begun last is ended first, so that no browser outlives its server. */
export function atEnd(t: TestContext, end: () => Promise<void> | void): void {
  const known = stacks.get(t);
  if (known !== undefined) {
    known.push(end);
    return;
  }
  const stack = [end];
  stacks.set(t, stack);
  t.after(async () => {
    const failures: unknown[] = [];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      try {
        await next();
      } catch (error) {
        failures.push(error); // the rest is to be ended all the same
      }
    }
    if (failures.length > 0) throw failures[0];
  });
}
