import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { WebSocket } from "ws";
import type { SimulatedOperator } from "../bench/simulated-operator.ts";
import { CLOSE, type Closing, readClose } from "../protocol/close.ts";
import type { Message } from "../protocol/message.ts";
import type { ToOperator } from "../protocol/server-to-operator.ts";
import type { VisitorRow } from "../protocol/visitor-list.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { type Shop, startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

const texts = (messages: readonly Message[]): string[] =>
  messages.flatMap(({ body }) => (body.kind === "text" ? [body.text] : []));

/** An operator whose console shows the list of the site, and asks for it again on each new line, as consoles do. */
function listingOperator(shop: Shop): { operator: SimulatedOperator; rows: Map<number, VisitorRow> } {
  const rows = new Map<number, VisitorRow>();
  const onFrame = (frame: ToOperator): void => {
    if (frame.type === "welcome") {
      operator.line.tell({
        type: "window",
        window: {
          site: shop.site.id,
          filter: { text: "", statuses: [] },
          sort: { by: "arrived", descending: false },
          first: 0,
          count: 50,
        },
      });
    }
    if (frame.type !== "rows") return;
    if (frame.fresh) rows.clear();
    for (const row of frame.rows) rows.set(row.visitor, row);
    for (const visitor of rows.keys()) if (frame.order?.includes(visitor) === false) rows.delete(visitor);
  };
  const operator = shop.operator(shop.owner, { onFrame });
  return { operator, rows };
}

test("a server killed in the middle of a chat comes back, and both sides go on where they were", async (t) => {
  const shop = await startShop(t, { process: true, config: { logLevel: "error" } });
  const { operator, rows } = listingOperator(shop);
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const visitor = shop.visitor();
  await visitor.say("v0");
  const id = await shop.until("the request", () => visitor.conversation?.id);
  await operator.accept(id);
  await shop.until("the row of somebody who chats", () => rows.get(visitor.visitor)?.status === "chatting");
  await operator.say(id, "o0");

  // Some of these reach the disk and some do not; of some the acknowledgement is lost.
  const fromVisitor = [1, 2, 3, 4, 5, 6].map((number) => visitor.say(`v${number}`));
  const fromOperator = [1, 2, 3, 4, 5, 6].map((number) => operator.say(id, `o${number}`));
  await Promise.race([...fromVisitor, ...fromOperator]);
  await shop.kill();
  await shop.until("both have noticed", () => [visitor, operator].every(({ line }) => line.state.kind !== "online"));
  fromVisitor.push(visitor.say("v7"));
  fromOperator.push(operator.say(id, "o7"));
  rows.clear();
  await shop.start();

  const acks = await Promise.all([...fromVisitor, ...fromOperator]);
  assert.ok(acks.every(({ conversation }) => conversation === id));
  assert.equal(new Set(acks.map(({ seq }) => seq)).size, acks.length, "every message has a number of its own");
  await shop.until("the row is back", () => rows.get(visitor.visitor)?.status === "chatting");
  const last = Math.max(...acks.map(({ seq }) => seq ?? 0));
  await shop.until("both have everything", () =>
    [visitor.messages, operator.messages(id)].every((messages) => messages.at(-1)?.seq === last),
  );
  assert.deepEqual(texts(visitor.messages), texts(operator.messages(id)));
  for (const side of ["v", "o"])
    assert.deepEqual(
      texts(visitor.messages).filter((text) => text.startsWith(side)),
      [0, 1, 2, 3, 4, 5, 6, 7].map((number) => `${side}${number}`),
      "each once, in order",
    );
  assert.deepEqual(
    [visitor.conversation?.status, visitor.conversation?.operator, operator.conversations.get(id)?.status],
    ["open", "Maya Okafor", "open"],
  );
  assert.deepEqual(shop.logLines, []);
});

test("a request that waits when the server is killed still waits afterwards, and can be accepted", async (t) => {
  const shop = await startShop(t, { process: true, config: { logLevel: "error" } });
  const { operator, rows } = listingOperator(shop);
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const visitor = shop.visitor();
  const said = await visitor.say("Anybody?");
  await shop.kill();
  await shop.start();
  const row = await shop.until("the row is back", () => {
    const found = rows.get(visitor.visitor);
    return found?.status === "requesting" && found;
  });
  assert.equal(row.conversation, said.conversation);
  await operator.accept(row.conversation ?? "");
  await shop.until("the visitor knows", () => visitor.conversation?.status === "open");
});

interface Closed extends Closing {
  code: number;
}

/** A line without a client behind it, so that its close frame can be looked at. Resolves when the server has welcomed it. */
async function greet(
  t: TestContext,
  shop: Shop,
  { path, headers, hello }: { path: string; headers: Record<string, string>; hello: object },
): Promise<{ closed: Promise<Closed> }> {
  const socket = new WebSocket(`${shop.url.replace(/^http/, "ws")}${path}`, { headers });
  t.after(() => socket.terminate());
  const closed = new Promise<Closed>((resolve) => {
    socket.on("close", (code, reason) => resolve({ code, ...readClose(code, reason.toString()) }));
  });
  await new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("open", () => socket.send(JSON.stringify({ type: "hello", version: PROTOCOL_VERSION, ...hello })));
    socket.once("message", resolve);
  });
  return { closed };
}

test("a stop closes every line with a time to come back, operators first, visitors spread out", async (t) => {
  const spread = 4_000;
  const shop = await startShop(t, { config: { restartSpreadMs: spread } });
  const visitors = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      greet(t, shop, {
        path: "/ws/visitor",
        headers: { origin: "https://shop.example" },
        hello: visitorHello(shop, index),
      }),
    ),
  );
  const operator = await greet(t, shop, {
    path: "/ws/operator",
    headers: { origin: shop.url, cookie: shop.owner.cookie },
    hello: {},
  });
  const stopped = shop.stop();
  const first = await operator.closed;
  const others = await Promise.all(visitors.map(({ closed }) => closed));
  await stopped;

  for (const { code, isFinal } of [first, ...others])
    assert.deepEqual({ code, isFinal }, { code: CLOSE.restart.code, isFinal: false });
  const times = others.map(({ afterMs }) => afterMs).sort((a, b) => a - b);
  assert.ok(first.afterMs > 0, "not while the server is still stopping");
  assert.ok(first.afterMs < Math.min(...times), "the operator is back before the visitors");
  const [earliest = 0, latest = 0] = [times.at(0), times.at(-1)];
  assert.ok(latest - earliest > 0.9 * spread && latest <= first.afterMs + spread, `from ${earliest} to ${latest} ms`);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  assert.ok(Math.max(...gaps) < (2 * spread) / times.length, `no crowd and no hole: ${gaps.join(", ")}`);
});

test("after a stop everybody comes back by themselves, with what they wrote meanwhile", async (t) => {
  const shop = await startShop(t);
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const visitor = shop.visitor();
  const { conversation: id = "" } = await visitor.say("Before");
  await operator.accept(id);
  await shop.stop();
  await shop.until("both know that they have to wait", () =>
    [visitor, operator].every(({ line }) => line.state.kind === "waiting"),
  );
  const written = [visitor.say("Meanwhile"), operator.say(id, "Just a moment")];
  await shop.start();
  await Promise.all(written);
  await shop.until("both have it", () =>
    [visitor.messages, operator.messages(id)].every((messages) => texts(messages).length === 3),
  );
  assert.deepEqual(
    visitor.messages.map(({ seq }) => seq),
    [1, 2, 3, 4, 5],
  );
});

function visitorHello(shop: Shop, index: number): object {
  return {
    site: shop.site.key,
    tab: `tab-${index}-of-many`,
    page: { url: "https://shop.example/", title: "Home" },
    looking: true,
    visit: { count: 1, elapsedMs: 0, pages: 1, cameFrom: "" },
    language: "en",
    timeZone: "Europe/Berlin",
  };
}

test("a visitor who is back after a restart before any operator is not told that nobody is there", async (t) => {
  const shop = await startShop(t, { config: { operatorGraceMs: 3_000 } });
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const before = shop.visitor();
  await before.say("Before");
  await shop.stop();
  operator.line.stop();
  await shop.start();
  const heard: boolean[] = [];
  const visitor = shop.visitor({ onFrame: (frame) => "online" in frame && heard.push(frame.online) });
  await visitor.say("Is anybody there?");
  await shop.until("the grace is over, and nobody came", () => heard.includes(false));
  assert.equal(heard[0], true);
});
