import assert from "node:assert/strict";
import { test } from "node:test";
import { pino } from "pino";
import { z } from "zod";
import { ChatError } from "../../chat/error.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { translateError } from "./translate-error.ts";

function translate(error: unknown): { log: string[] } & ReturnType<typeof translateError> {
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(line) });
  return { ...translateError(error, logger), log };
}

test("what a person can cause reaches them as written, and the log stays quiet", () => {
  const taken = translate(new ChatError("already-accepted", "Maya accepted this chat first.", "Maya"));
  assert.deepEqual(
    [taken.status, taken.refusal],
    [409, { code: "already-accepted", sentence: "Maya accepted this chat first." }],
  );
  const fast = translate(new HttpRefusal(429, "too-fast", "Please wait 3 seconds.", 3_000));
  assert.deepEqual([fast.status, fast.refusal.sentence, fast.retryAfterMs], [429, "Please wait 3 seconds.", 3_000]);
  assert.deepEqual([...taken.log, ...fast.log], []);
});

test("a body with the wrong form is refused with the first thing that is wrong", () => {
  const shape = z.strictObject({ name: z.string("The name is missing."), size: z.object({ width: z.number() }) });
  const refusal = (value: unknown): string => translate(shape.safeParse(value).error).refusal.sentence;
  assert.equal(refusal({ size: { width: 1 } }), "The name is missing.");
  assert.equal(refusal({ name: "x", size: { width: 1 }, more: 1 }), "The request has a part that nobody knows: more.");
  assert.match(refusal({ name: "x", size: { width: "1" } }), /^"size\.width" is not as it should be: .+\.$/);
});

test("everything else is internal: logged once with its cause, and nothing of it is shown", () => {
  const { status, refusal, log } = translate(
    new Error("SQLITE_FULL at /srv/data", { cause: new Error("the disk is full") }),
  );
  assert.equal(status, 500);
  assert.equal(refusal.code, "internal");
  assert.ok(!refusal.sentence.includes("SQLITE"));
  assert.equal(log.length, 1);
  assert.match(log[0] ?? "", /the disk is full/);
  const reference = /under (\w+)\.$/.exec(refusal.sentence)?.[1] ?? "none";
  assert.ok(log[0]?.includes(reference), "the sentence names the line in the log");
  assert.equal(translate("a string").status, 500);
});
