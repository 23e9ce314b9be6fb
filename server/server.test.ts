import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { type Config, makeConfig } from "./config.ts";
import { FolderInUseError } from "./lock.ts";
import { ShopbellServer } from "./server.ts";

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "data");
}

function newServer(t: TestContext, dataFolder: string, config: Partial<Config> = {}): ShopbellServer {
  const server = new ShopbellServer(makeConfig({ logLevel: "silent", ...config, dataFolder, port: config.port ?? 0 }));
  t.after(() => server.stop());
  return server;
}

test("two servers in one process live side by side, each with its folder and its port", async (t) => {
  const [one, other] = [newServer(t, await newFolder(t)), newServer(t, await newFolder(t))];
  const [here, there] = await Promise.all([one.start(), other.start()]);
  assert.notEqual(here.port, there.port);
  assert.equal((await fetch(`${here.url}/health`)).status, 200);
  await one.stop();
  assert.equal((await fetch(`${there.url}/health`)).status, 200);
  await assert.rejects(fetch(`${here.url}/health`));
});

/** More than the 511 that Node would have wait, and no more than an old Linux, or a container of one, allows by far. */
const AT_ONCE = 1_000;
const mostWaiting = process.platform === "linux" ? Number(readFileSync("/proc/sys/net/core/somaxconn", "utf8")) : 0;

test(
  "a thousand who come at once while the server is busy need not come twice",
  { skip: mostWaiting < AT_ONCE },
  async (t) => {
    const { port } = await newServer(t, await newFolder(t)).start();
    const sockets = Array.from({ length: AT_ONCE }, () => connect(port, "127.0.0.1"));
    t.after(() => sockets.forEach((socket) => socket.destroy()));
    for (const socket of sockets) socket.on("error", () => undefined); // those whom it has not taken when it stops
    await new Promise((resolve) => process.nextTick(resolve)); // all have called now
    // The event loop does not turn here, so that none is taken: whom the queue does not hold stays outside, however often they try.
    const patience = performance.now() + 10_000;
    while (statesOf(port, SYN_SENT) > 0 && performance.now() < patience);
    assert.deepEqual([statesOf(port, SYN_SENT), statesOf(port, ESTABLISHED)], [0, AT_ONCE]);
  },
);

const ESTABLISHED = "01";
const SYN_SENT = "02";

/** How many of the connections to a port of this computer are in a state, as the kernel tells. */
function statesOf(port: number, state: string): number {
  const remote = `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const lines = readFileSync("/proc/self/net/tcp", "utf8").split("\n");
  return lines.filter((line) => line.includes(` ${remote} ${state} `)).length;
}

test("a second server for the same folder is refused, and the first goes on", async (t) => {
  const folder = await newFolder(t);
  const first = newServer(t, folder);
  const { url } = await first.start();
  await assert.rejects(newServer(t, folder).start(), FolderInUseError);
  assert.equal((await fetch(`${url}/health`)).status, 200);
  await first.stop();
  await newServer(t, folder).start();
});

test("a start that fails leaves nothing behind", async (t) => {
  const { port } = await newServer(t, await newFolder(t)).start();
  const folder = await newFolder(t);
  await assert.rejects(newServer(t, folder, { port }).start(), { code: "EADDRINUSE" });
  await newServer(t, folder).start();
});

test(
  "what visitors wrote can be read by nobody else on the computer",
  { skip: process.platform === "win32" },
  async (t) => {
    const folder = await newFolder(t);
    await newServer(t, folder).start();
    assert.equal((await stat(folder)).mode & 0o077, 0);
    assert.equal((await stat(join(folder, "shopbell.sqlite"))).mode & 0o077, 0);
  },
);

test("stopping twice is stopping once, and a server is not started again", async (t) => {
  const server = newServer(t, await newFolder(t));
  await server.start();
  await Promise.all([server.stop(), server.stop()]);
  await assert.rejects(server.start(), /started once/);
});

test("a stop while the server is still starting waits for it and leaves nothing behind", async (t) => {
  const folder = await newFolder(t);
  const server = newServer(t, folder);
  const starting = server.start();
  await server.stop();
  const { url } = await starting;
  await assert.rejects(fetch(`${url}/health`));
  await newServer(t, folder).start();
});

test("a stop does not wait for a request that never ends", async (t) => {
  const server = newServer(t, await newFolder(t));
  const { port } = await server.start();
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
  );
  assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200, "the request above has arrived by now");
  const closed = once(socket, "close");
  const before = performance.now();
  await server.stop();
  await closed;
  assert.ok(performance.now() - before < 4_000);
});

test("figures for Prometheus are on a port of their own, and only when asked for", async (t) => {
  const server = newServer(t, await newFolder(t), { metricsPort: 0 });
  const { metricsPort, url } = await server.start();
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  for (const name of [
    "shopbell_visitors 0",
    "shopbell_operator_sockets 0",
    "shopbell_messages_total 0",
    "nodejs_eventloop_lag_seconds",
  ]) {
    assert.ok(text.includes(`\n${name}`), name);
  }
  assert.match(text, /shopbell_store_seconds_count\{verb="putSettingOnce"\} 1/);
  assert.equal((await fetch(`${url}/metrics`)).status, 404);
  assert.equal((await newServer(t, await newFolder(t)).start()).metricsPort, undefined);
});
