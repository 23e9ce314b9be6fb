import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { root } from "../scripts/prepare.mjs";
import { atEnd } from "./harness/endings.ts";
import { freePort } from "./harness/free-port.ts";
import { startShop } from "./harness/shop.ts";
import { portOf } from "../server/port-of.ts";
import type { Report } from "../server/doctor/doctor.ts";
import { examineWay } from "../server/doctor/proxy.ts";

/** The command as a person runs it. */
async function ask(t: TestContext, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [`${root}server/main.ts`, "doctor", ...args]);
  t.after(() => child.kill("SIGKILL"));
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, ...said };
}

/** What stands before a server: passes requests on, and WebSockets and addresses if it is set up for them. */
async function startProxy(
  t: TestContext,
  to: string,
  knows: { forwards: boolean; upgrades: boolean },
): Promise<string> {
  const { port } = new URL(to);
  const forwarded = knows.forwards ? { "x-forwarded-for": "203.0.113.7" } : {};
  const proxy: Server = createServer((incoming, answer) => {
    const { url: path, method, headers } = incoming;
    const passed = request(
      { port, host: "127.0.0.1", path, method, headers: { ...headers, ...forwarded } },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    passed.on("error", () => answer.writeHead(502).end());
    incoming.pipe(passed);
  });
  if (knows.upgrades)
    proxy.on("upgrade", (incoming, socket) => {
      const server = connect(Number(port), "127.0.0.1");
      const lines = incoming.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
      );
      server.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      server.pipe(socket).pipe(server);
      server.on("error", () => socket.destroy());
      socket.on("error", () => server.destroy());
    });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  atEnd(t, () => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return `http://127.0.0.1:${portOf(proxy)}`;
}

test("shopbell doctor looks at everything, says how many visitors the machine carries, and answers in JSON", async (t) => {
  const shop = await startShop(t, { config: { trustedProxies: ["127.0.0.1"] } });
  const proxy = await startProxy(t, shop.url, { forwards: true, upgrades: true });
  const { code, out, err } = await ask(t, "--data", shop.dataFolder, "--public-url", proxy, "--json");
  const { findings, capacity, ok } = JSON.parse(out) as Report;
  assert.deepEqual(
    findings.map(({ id }) => id),
    [
      "node",
      "processors",
      "memory",
      "descriptors",
      "queue",
      "folder",
      "flush",
      "server",
      "forwarded",
      "upgrade",
      "capacity",
      "clock",
    ],
    err,
  );
  // What this machine has is not this test's matter; that the verdict and the exit code follow from it is.
  assert.equal(
    ok,
    findings.every(({ is }) => is !== "problem"),
  );
  assert.equal(code, ok ? 0 : 1);
  for (const { id, is, advice } of findings) assert.equal(advice === undefined, is === "fine", id);
  const isFine = (id: string): boolean => findings.some((finding) => finding.id === id && finding.is === "fine");
  assert.ok(isFine("server") && isFine("forwarded") && isFine("upgrade"), out);
  assert.match(findings.find(({ id }) => id === "forwarded")?.found ?? "", /203\.0\.113\.7/);
  assert.ok(capacity !== undefined, out);
  assert.equal(capacity.visitors, Math.min(...Object.values(capacity.bounds)));
  assert.equal(capacity.visitors, capacity.bounds[capacity.bound]);
  const { visitors, bytesPerVisitor, cpuPerPage } = capacity.measured;
  assert.ok(visitors >= 1 && bytesPerVisitor > 100 && cpuPerPage > 0, out);
});

test("a folder that cannot be used and a server that does not answer end with 1 and with what to do, in a table", async (t) => {
  const shop = await startShop(t);
  const file = join(shop.dataFolder, "a-file");
  await writeFile(file, "");
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const { code, out } = await ask(t, "--data", file, "--public-url", nobody);
  assert.equal(code, 1);
  assert.match(out, /PROBLEM +Data folder +.*not writable.*\n +→ Let the user who runs the server write there/);
  assert.match(out, /PROBLEM +Server +.*\n +→ Start the server/);
  assert.match(out, /\d+ problems were found\.\n$/);
});

test("a setting that cannot be used is refused by the doctor as by the server", async (t) => {
  const { code, err } = await ask(t, "--tick", "soon");
  assert.equal(code, 1);
  assert.match(err, /^--tick must be /);
});

test("a proxy that swallows addresses or WebSockets is found out", async (t) => {
  const shop = await startShop(t);
  const way = async (knows: { forwards: boolean; upgrades: boolean }): Promise<Record<string, string>> => {
    const findings = await examineWay(await startProxy(t, shop.url, knows), true);
    return Object.fromEntries(findings.map(({ id, is, advice = "" }) => [id, is === "fine" ? is : advice]));
  };
  const untrusted = await way({ forwards: true, upgrades: true });
  assert.match(untrusted["forwarded"] ?? "", /--trusted-proxies 127\.0\.0\.1/);
  assert.equal(untrusted["upgrade"], "fine");
  const silent = await way({ forwards: false, upgrades: false });
  assert.match(silent["forwarded"] ?? "", /X-Forwarded-For/);
  assert.match(silent["upgrade"] ?? "", /pass WebSockets on/);
});
