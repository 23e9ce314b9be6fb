import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { LineState } from "../client/line.ts";
import type { ToOperator } from "../protocol/server-to-operator.ts";
import { atEnd } from "./harness/endings.ts";
import { freePort } from "./harness/free-port.ts";
import { OVERLOADABLE, press } from "./harness/press.ts";
import { type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

const OVERLOAD_TICK_MS = 2_000;
const RETURN_MS = 1_500;

async function startOverloadable(t: TestContext): Promise<Shop & { metrics(): Promise<string> }> {
  const metricsPort = await freePort();
  const config = {
    metricsPort,
    logLevel: "info",
    graceMs: 0,
    tickMs: 50,
    ...OVERLOADABLE,
    overloadTickMs: OVERLOAD_TICK_MS,
    overloadReturnMs: RETURN_MS,
  } as const;
  const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Object.assign(await startShop(t, { config }), { metrics });
}

test("under overload the list slows down first, then new visitors are asked to come later, and chats go on as ever", async (t) => {
  const shop = await startOverloadable(t);
  const levels: string[] = [];
  const rowsAt: number[] = [];
  const operator = shop.operator(shop.owner, {
    onFrame: (frame: ToOperator) => {
      if (frame.type === "load") levels.push(frame.level);
      if (frame.type === "rows") rowsAt.push(performance.now());
      if (frame.type === "conversation" && frame.conversation.status === "requesting")
        void operator.accept(frame.conversation.id);
    },
  });
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const filter = { text: "", statuses: [] };
  const sort = { by: "arrived", descending: false } as const;
  operator.line.tell({ type: "window", window: { site: shop.site.id, filter, sort, first: 0, count: 10 } });
  const chatting = shop.visitor();
  await chatting.say("Does the tent fit two pads?");
  await shop.until("the chat is open", () => chatting.conversation?.status === "open");
  const browsing = shop.visitor();
  await shop.until("somebody browses", () => browsing.line.state.kind === "online");
  // Something changes in the list all the time.
  let page = 0;
  const turning = setInterval(() => browsing.go(`https://shop.example/${(page += 1)}`, `Page ${page}`), 20);
  atEnd(t, () => clearInterval(turning));

  const release = press(t);
  await shop.until("the server is busy", () => levels.includes("busy"));
  const before = rowsAt.length;
  await shop.until("two times the list", () => rowsAt.length >= before + 2);
  const [first = 0, second = 0] = rowsAt.slice(-2);
  assert.ok(second - first > OVERLOAD_TICK_MS / 2, `the list came again after ${second - first} ms`);
  await shop.until("the server is overloaded", () => levels.includes("overloaded"));
  assert.deepEqual(levels, ["busy", "overloaded"]);

  const waits: number[] = [];
  const late = shop.visitor({ onState: noteWaits(waits) });
  await shop.until("a new visitor is asked to wait", () => waits.length > 0);
  assert.ok((waits[0] ?? 0) >= RETURN_MS, `to be back after ${waits[0]} ms`);

  // Whoever talks is served, and comes back at once: also when the server has noticed that they were gone.
  await chatting.say("Are you still there?");
  await operator.say(chatting.conversation?.id ?? "", "Yes.");
  await shop.until("the answer", () =>
    chatting.messages.some(({ body }) => body.kind === "text" && body.text === "Yes."),
  );
  chatting.line.stop();
  await shop.until("that they are gone is said", () =>
    operator
      .messages(chatting.conversation?.id ?? "")
      .some(({ body }) => body.kind === "event" && body.event === "visitor-left"),
  );
  chatting.line.start();
  await shop.until("they are back", () => chatting.line.state.kind === "online");
  assert.equal(levels.at(-1), "overloaded");
  assert.equal(browsing.line.state.kind, "online");
  const figures = await shop.metrics();
  assert.match(figures, /^shopbell_overload_level 2$/m);
  assert.match(figures, /^shopbell_visitors_put_off_total [1-9]/m);
  // Who opens the console meanwhile is told as well.
  const told: string[] = [];
  shop.operator(shop.owner, { onFrame: (frame) => frame.type === "load" && told.push(frame.level) });
  await shop.until("another window is told", () => told.includes("overloaded"));

  release();
  await shop.until("the load is over", () => levels.at(-1) === "normal");
  assert.deepEqual(levels, ["busy", "overloaded", "busy", "normal"]);
  await shop.until("the new visitor has come", () => late.line.state.kind === "online");
  await shop.until("the list comes as often as ever", () => {
    const [first = 0, second = Infinity] = rowsAt.slice(-2);
    return second - first < OVERLOAD_TICK_MS / 2;
  });
  const logged = shop.logLines.map((line) => (JSON.parse(line) as { load: unknown }).load);
  assert.deepEqual(
    logged.filter((load) => typeof load === "string"),
    ["busy", "overloaded", "busy", "normal"],
  );
});

test("with as many visitors as there may be the next one is told when to come back, and is let in then", async (t) => {
  const shop = await startShop(t, { config: { visitors: 1, graceMs: 0, overloadReturnMs: RETURN_MS } });
  const first = shop.visitor();
  await shop.until("the first is there", () => first.line.state.kind === "online");
  const waits: number[] = [];
  const second = shop.visitor({ onState: noteWaits(waits) });
  await shop.until("the second is asked to wait", () => waits.length > 0);
  // The clock may have moved on by a millisecond or more since; the back-off alone would be 300 ms at the most.
  assert.ok(
    (waits[0] ?? 0) > RETURN_MS - 500 && (waits[0] ?? 0) <= 2 * RETURN_MS + 300,
    `to be back after ${waits[0]} ms`,
  );
  first.leave();
  await shop.until("the second is let in", () => second.line.state.kind === "online");
});

/** For how long a line was asked to wait, each time that it was. */
function noteWaits(waits: number[]): (state: LineState) => void {
  return (state) => {
    if (state.kind === "waiting") waits.push(state.until - Date.now());
  };
}
