import assert from "node:assert/strict";
import { WebSocket } from "ws";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { startShop } from "./harness/shop.ts";
import { test } from "./harness/test.ts";

test("a visitor who sends far too fast is read slowly, and neither refused nor taken for dead meanwhile", async (t) => {
  const shop = await startShop(t, { config: { visitorBurst: 5, visitorFramesPerSecond: 200, heartbeatMs: 1_000 } });
  const operator = shop.operator();
  await shop.until("the operator is there", () => operator.line.state.kind === "online");
  const socket = new WebSocket(`${shop.url.replace(/^http/, "ws")}/ws/visitor`, {
    headers: { origin: "https://shop.example" },
  });
  t.after(() => socket.terminate());
  const acked: string[] = [];
  let closed: string | undefined;
  let isWelcome = false;
  socket.on("message", (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as { type: string; id: string };
    assert.notEqual(frame.type, "refused");
    if (frame.type === "welcome") isWelcome = true;
    if (frame.type === "ack") acked.push(frame.id);
    shop.signals.happened();
  });
  socket.on("close", (code, reason) => {
    closed = `${code} ${String(reason)}`;
    shop.signals.happened();
  });
  const send = (frame: object): void => socket.send(JSON.stringify(frame));
  socket.on("open", () =>
    send({
      type: "hello",
      version: PROTOCOL_VERSION,
      site: shop.site.key,
      tab: "tab-of-a-flood",
      page: { url: "https://shop.example/", title: "Home" },
      looking: true,
      visit: { count: 1, elapsedMs: 0, pages: 1, cameFrom: "" },
      language: "en",
      timeZone: "Europe/Berlin",
    }),
  );
  await shop.until("the welcome", () => isWelcome);

  // These come in one piece, so all of them are served; what comes next waits until the visitor would have been allowed as many.
  const startedAt = performance.now();
  const flood = Array.from({ length: 400 }, (_, index) => `in-a-flood-${index}`);
  for (const id of flood) send({ type: "send", id, text: id });
  await shop.until("the flood", () => closed !== undefined || acked.length === flood.length);
  send({ type: "send", id: "afterwards-1", text: "Sorry." });
  await shop.until("the first after it", () => closed !== undefined || acked.includes("afterwards-1"));
  send({ type: "send", id: "afterwards-2", text: "That was the cat." });
  await shop.until("the second after it", () => closed !== undefined || acked.includes("afterwards-2"));
  assert.equal(closed, undefined);
  assert.ok(performance.now() - startedAt > 1_900, "it was not read sooner than its rate allows");
  assert.deepEqual(acked, [...flood, "afterwards-1", "afterwards-2"]);
});
