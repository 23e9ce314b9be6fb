import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

/** The command as a person runs it. */
class Command {
  readonly process: ChildProcess;
  out = "";
  err = "";
  readonly #exited: Promise<number | null>;

  constructor(t: TestContext, args: string[], node: string[] = [], environment: Record<string, string> = {}) {
    this.process = spawn(process.execPath, [...node, MAIN, ...args], { env: { ...process.env, ...environment } });
    this.process.stdout?.on("data", (text: Buffer) => (this.out += text.toString()));
    this.process.stderr?.on("data", (text: Buffer) => (this.err += text.toString()));
    this.#exited = once(this.process, "close").then(([code]) => code as number | null);
    t.after(() => this.process.kill("SIGKILL"));
  }

  /** Waits until the text stands in the output, and gives what the pattern caught first. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.out + this.err);
      if (found !== null) return found[1] ?? "";
      const isOver = await Promise.race([
        once(this.process.stdout ?? this.process, "data").then(() => false),
        once(this.process.stderr ?? this.process, "data").then(() => false),
        this.#exited.then(() => true),
      ]);
      if (isOver && !pattern.test(this.out + this.err))
        assert.fail(`It ended without ${pattern}: ${this.out}${this.err}`);
    }
  }

  async url(): Promise<string> {
    return this.says(/Console +(http:\S+)\/console\//);
  }

  async exitCode(): Promise<number | null> {
    return this.#exited;
  }
}

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("the help names every setting, and a value that cannot be used ends with a sentence and 1", async (t) => {
  const help = new Command(t, ["--help"]);
  assert.equal(await help.exitCode(), 0);
  assert.match(help.out, /--data FOLDER +SHOPBELL_DATA +\.\/data\n {6}\S/);
  const wrong = new Command(t, [], [], { PORT: "many" });
  assert.equal(await wrong.exitCode(), 1);
  assert.equal(wrong.err, 'PORT must be a whole number from 0 to 65535, not "many".\n');
  assert.equal(wrong.out, "");
});

test("an older Node is told what is needed, in a sentence", async (t) => {
  const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.20.0' } })";
  const command = new Command(t, [], ["--import", `data:text/javascript,${encodeURIComponent(older)}`]);
  assert.equal(await command.exitCode(), 1);
  assert.equal(command.err, "Shopbell needs Node 24.19 or later, and this is 22.20.0.\n");
});

test("a folder or a port that another server has is named in a sentence", async (t) => {
  const folder = await newFolder(t);
  const url = await new Command(t, ["--port", "0", "--data", folder]).url();
  const second = new Command(t, ["--port", "0", "--data", folder]);
  assert.equal(await second.exitCode(), 1);
  assert.match(
    second.err,
    /^Another Shopbell server is using .+\. Stop it first, or give this one a folder of its own with --data\.\n$/,
  );
  const third = new Command(t, ["--port", new URL(url).port, "--data", await newFolder(t)]);
  assert.equal(await third.exitCode(), 1);
  assert.match(third.err, /^Port \d+ of 127\.0\.0\.1 is taken by another program\./m);
});

test("after a kill -9 the next server starts in the same folder", async (t) => {
  const folder = await newFolder(t);
  const first = new Command(t, ["--port", "0", "--data", folder]);
  await first.url();
  first.process.kill("SIGKILL");
  await first.exitCode();
  const url = await new Command(t, ["--port", "0", "--data", folder]).url();
  assert.equal((await fetch(`${url}/health`)).status, 200);
});

test("a signal stops the server: the sockets are told when to come back, and it ends with 0 within five seconds", async (t) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const server = new Command(t, ["--port", "0", "--data", await newFolder(t)]);
    const socket = new WebSocket(`${(await server.url()).replace("http", "ws")}/ws/visitor`);
    await once(socket, "open");
    const before = performance.now();
    server.process.kill(signal);
    const [code, reason] = (await once(socket, "close")) as [number, Buffer];
    assert.equal(code, 1012);
    assert.match(reason.toString(), /^restart \d+$/);
    assert.equal(await server.exitCode(), 0);
    assert.ok(performance.now() - before < 5_000);
  }
});

test("a second signal ends the server at once; one that comes twice at the same moment is one", async (t) => {
  const server = new Command(t, ["--port", "0", "--data", await newFolder(t)]);
  const { port } = new URL(await server.url());
  // A line that never answers the goodbye, and a request that never ends: the stop has something to wait for.
  const line = connect(Number(port), "127.0.0.1");
  line.on("error", () => undefined);
  const key = Buffer.alloc(16).toString("base64");
  line.write(
    "GET /ws/visitor HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await once(line, "data");
  const half = connect(Number(port), "127.0.0.1");
  half.on("error", () => undefined);
  half.write(
    "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
  );
  assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
  server.process.kill("SIGTERM");
  server.process.kill("SIGINT"); // as npm passes it on
  await server.says(/"msg":"stopping"/);
  await pause(300); // longer than two deliveries of one signal are apart
  server.process.kill("SIGINT");
  assert.equal(await server.exitCode(), 130);
});
