import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { pino } from "pino";
import { type Config, makeConfig } from "../config.ts";
import { ShopbellServer } from "../server.ts";

const PASSWORD = "correct horse battery staple";

interface Opened {
  /** On the loopback address, whatever the public URL is. */
  url: string;
  /** What browsers call it. */
  origin: string;
  ticket: string;
  /** The log's lines, as text. */
  log: string[];
  /** Below it `console/` and `widget/`, as the build leaves them. */
  dist: string;
  setUp(): Promise<Response>;
}

async function open(
  t: TestContext,
  config: Partial<Config> = {},
  options: { isBuilt?: boolean } = {},
): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), "shopbell-"));
  const dist = join(folder, "dist");
  if (options.isBuilt !== false) await build(dist);
  const log: string[] = [];
  const server = new ShopbellServer(makeConfig({ ...config, dataFolder: join(folder, "data"), port: 0 }), {
    distFolder: pathToFileURL(`${dist}/`),
    log: pino({ level: "debug" }, { write: (line: string) => void log.push(line) }),
  });
  t.after(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const started = await server.start();
  const url = `http://127.0.0.1:${started.port}`;
  const ticket = started.setUpLink?.split("/").at(-1) ?? "";
  const site = { name: "Northwind", origins: [] };
  const setUp = async (): Promise<Response> =>
    post(
      `${url}/api/v1/set-up`,
      { ticket, account: "A", login: "maya", name: "Maya", password: PASSWORD, site },
      started.url,
    );
  return { url, origin: started.url, ticket, log, dist, setUp };
}

async function build(dist: string): Promise<void> {
  await mkdir(join(dist, "console/assets"), { recursive: true });
  await mkdir(join(dist, "widget"));
  await writeFile(join(dist, "console/index.html"), "<!doctype html><title>Console</title>");
  await writeFile(join(dist, "console/assets/main-a1b2.js"), "export {};");
  await writeFile(join(dist, "widget/widget.js"), "void 0;");
  await writeFile(join(dist, "widget/panel-c3d4.js"), "void 0;");
  await writeFile(join(dist, ".built"), "secret");
}

async function post(url: string, body: unknown, origin?: string): Promise<Response> {
  const headers = { "content-type": "application/json", ...(origin === undefined ? {} : { origin }) };
  return fetch(url, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) });
}

async function refusal(answer: Response): Promise<{ code: string; sentence: string }> {
  return (await answer.json()) as { code: string; sentence: string };
}

/** The path and the headers exactly as written; fetch would tidy the one and add to the others. */
async function getRaw(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("the health of a running server is ok, with its version", async (t) => {
  const { url } = await open(t);
  const answer = await fetch(`${url}/health`);
  assert.equal(answer.status, 200);
  const { status, version, uptimeSeconds } = (await answer.json()) as Record<string, unknown>;
  assert.deepEqual([status, typeof version, typeof uptimeSeconds], ["ok", "string", "number"]);
});

test("every area has its own strict policy", async (t) => {
  const { url, setUp } = await open(t);
  await setUp();
  const nothing = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";
  const policies: [string, string][] = [
    ["/health", nothing],
    ["/api/v1/state", nothing],
    ["/nothing/here", nothing],
    ["/widget.js", nothing],
    [
      "/console/",
      `${nothing};script-src 'self';style-src 'self';img-src 'self' http: https: data:;connect-src 'self' ws: wss:;` +
        "font-src 'self';manifest-src 'self';worker-src 'self';require-trusted-types-for 'script'",
    ],
    [
      "/console/workers/any.js",
      `${nothing};script-src 'self' 'wasm-unsafe-eval';connect-src 'self';require-trusted-types-for 'script'`,
    ],
    [
      "/demo/",
      `${nothing.replace("form-action 'none'", "form-action 'self'")};script-src 'self';style-src 'self';` +
        "img-src 'self' https: data:;connect-src 'self';require-trusted-types-for 'script'",
    ],
  ];
  for (const [path, policy] of policies) {
    const { headers } = await fetch(url + path);
    assert.equal(headers.get("content-security-policy"), policy, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("x-frame-options"), "DENY", path);
    assert.equal(
      headers.get("cross-origin-resource-policy"),
      path === "/widget.js" ? "cross-origin" : "same-origin",
      path,
    );
    assert.equal(headers.get("strict-transport-security"), null, "over http this header means nothing");
    assert.equal(headers.get("x-powered-by"), null);
  }
});

test("the widget's files are for every site, the console's for this one alone", async (t) => {
  const { url } = await open(t);
  const widget = await fetch(`${url}/widget.js`);
  assert.equal(widget.headers.get("access-control-allow-origin"), "*");
  assert.equal(widget.headers.get("cache-control"), "public, max-age=300");
  assert.equal(await getRaw(url, "/widget.js", { "if-none-match": widget.headers.get("etag") ?? "" }), 304);
  assert.match((await fetch(`${url}/widget/panel-c3d4.js`)).headers.get("cache-control") ?? "", /immutable/);
  const page = await fetch(`${url}/`);
  assert.equal(page.url, `${url}/console/`);
  assert.equal(page.headers.get("cache-control"), "no-cache");
  assert.equal(page.headers.get("access-control-allow-origin"), null);
  assert.match((await fetch(`${url}/console/assets/main-a1b2.js`)).headers.get("cache-control") ?? "", /immutable/);
});

test("a file that the build has compressed goes out so, to whoever can read it", async (t) => {
  const { url, dist } = await open(t);
  await writeFile(join(dist, "widget/widget.js.br"), brotliCompressSync("void 0;"));
  const answer = await fetch(`${url}/widget.js`, { headers: { "accept-encoding": "gzip, br" } });
  assert.equal(answer.headers.get("content-encoding"), "br");
  assert.equal(answer.headers.get("vary")?.toLowerCase(), "accept-encoding");
  assert.match(answer.headers.get("content-type") ?? "", /javascript/);
  assert.equal(await answer.text(), "void 0;");
  const plain = await fetch(`${url}/widget.js`, { headers: { "accept-encoding": "identity" } });
  assert.equal(plain.headers.get("content-encoding"), null);
  assert.equal(await plain.text(), "void 0;");
});

test("nothing outside the public folders is given out", async (t) => {
  const { url } = await open(t);
  const paths = [
    "/console/../data/shopbell.sqlite",
    "/console/..%2f..%2fdata%2fshopbell.sqlite",
    "/console/%2e%2e/.built",
    "/console/assets/..%2f..%2f.built",
    "/console//../.built",
    "/widget/..%5c.built",
    "/widget/%00",
    "/widget/.built",
    "/demo/assets/..%2f..%2fpackage.json",
    "/console/assets/",
    "/widget/",
    "/widget/none.js",
  ];
  for (const path of paths) assert.ok([400, 403, 404].includes(await getRaw(url, path)), path);
});

test("without a build the pages say what to run", async (t) => {
  const { url } = await open(t, {}, { isBuilt: false });
  for (const path of ["/console/", "/widget.js"]) {
    const answer = await fetch(url + path);
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /npm run build/);
  }
});

test("the demo shop carries the first site's widget, and before the set-up says what is missing", async (t) => {
  const { url, setUp } = await open(t);
  const closed = await fetch(`${url}/demo/`);
  assert.equal(closed.status, 503);
  assert.match(await closed.text(), /finish the set-up/);
  const { site } = (await (await setUp()).json()) as { site: { key: string } };
  const shop = await fetch(`${url}/demo`);
  assert.match(await shop.text(), new RegExp(`<script src="/widget.js" data-site="${site.key}" async></script>`));
  assert.equal((await fetch(`${url}/demo/no-such-page`)).status, 404);
  assert.equal((await fetch(`${url}/demo/assets/shop.css`)).headers.get("content-type"), "text/css; charset=utf-8");
});

test("a request from another origin changes nothing, and the log says once what an administrator can do", async (t) => {
  const { url, log, ticket } = await open(t);
  for (const origin of ["https://evil.example", "https://evil.example", "null", "http://127.0.0.1:1"]) {
    const answer = await post(`${url}/api/v1/session`, { login: "maya", password: PASSWORD }, origin);
    assert.equal(answer.status, 403);
    const { code, sentence } = await refusal(answer);
    assert.equal(code, "wrong-origin");
    assert.match(sentence, /must set --public-url/);
  }
  assert.equal(log.filter((line) => line.includes("https://evil.example")).length, 1);
  assert.equal((await post(`${url}/api/v1/set-up`, { ticket }, "https://evil.example")).status, 403);
  const withoutOrigin = await post(`${url}/api/v1/session`, { login: "maya", password: PASSWORD });
  assert.equal(withoutOrigin.status, 401, "a program that is no browser names no origin");
});

test("only JSON of a sensible size is read, and a refusal quotes nothing of it", async (t) => {
  const { url, origin } = await open(t, { bodyBytes: 2_048 });
  const session = `${url}/api/v1/session`;
  const form = await fetch(session, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({ login: "maya" }),
  });
  assert.equal(form.status, 415);
  assert.equal((await post(session, { login: "x".repeat(3_000) }, origin)).status, 413);
  const broken = await post(session, '{"login":"maya","password":"hunter2hunter2"', origin);
  assert.equal(broken.status, 400);
  assert.ok(!(await broken.text()).includes("hunter2"));
  assert.equal((await post(session, '{"__proto__":{"role":"owner"}}', origin)).status, 400);
});

test("what is asked for does not exist: a refusal in the same form as every other", async (t) => {
  const { url } = await open(t);
  const answer = await fetch(`${url}/api/v1/nothing`);
  assert.equal(answer.status, 404);
  assert.deepEqual(await refusal(answer), { code: "not-found", sentence: "There is nothing at this address." });
  const unreadable = await fetch(`${url}/%zz`);
  assert.equal(unreadable.status, 400);
  assert.deepEqual(await refusal(unreadable), {
    code: "bad-message",
    sentence: "The request does not have the right form.",
  });
});

test("too many requests from one address are asked to wait", async (t) => {
  const { url } = await open(t, { apiRequestsPerMinute: 3 });
  for (let count = 0; count < 3; count += 1) assert.equal((await fetch(`${url}/api/v1/state`)).status, 200);
  const answer = await fetch(`${url}/api/v1/state`);
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers.get("retry-after")) > 0);
  assert.equal((await refusal(answer)).code, "too-fast");
  assert.equal((await fetch(`${url}/health`)).status, 200, "the health is not limited");
});

test("a limit by address counts the visitor and not the trusted proxy", async (t) => {
  const { url } = await open(t, { apiRequestsPerMinute: 1, trustedProxies: ["127.0.0.1"] });
  const state = async (address: string): Promise<number> =>
    (await fetch(`${url}/api/v1/state`, { headers: { "x-forwarded-for": address } })).status;
  assert.deepEqual(
    [await state("203.0.113.1"), await state("203.0.113.2"), await state("203.0.113.1")],
    [200, 200, 429],
  );
  assert.deepEqual(
    [await state("2001:db8::1"), await state("2001:db8::2")],
    [200, 429],
    "one household has a whole /64",
  );
});

test("behind https the cookie is bound to host and https, links carry the public address, and only that origin counts", async (t) => {
  const publicUrl = "https://chat.example.com";
  const { url, origin, setUp } = await open(t, { publicUrl });
  assert.equal(origin, publicUrl);
  const answer = await setUp();
  assert.match(
    answer.headers.getSetCookie()[0] ?? "",
    /^__Host-shopbell=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  assert.match(answer.headers.get("strict-transport-security") ?? "", /^max-age=31536000$/);
  assert.equal((await post(`${url}/api/v1/session`, {}, url)).status, 403);
});

test("the log holds no password, no token, no cookie and no query string", async (t) => {
  const { url, origin, ticket, log, setUp } = await open(t);
  const answer = await setUp();
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  await post(`${url}/api/v1/session`, { login: "maya", password: "a wrong password" }, origin);
  await fetch(`${url}/demo/?order=4711`, { headers: { cookie } });
  await fetch(`${url}/api/v1/left-messages?site=4711&before=x`, { headers: { cookie } });
  const secrets = [ticket, PASSWORD, "a wrong password", cookie, "4711", "argon2id"];
  const text = log.join("");
  for (const secret of secrets) assert.ok(!text.includes(secret), secret);
  assert.match(text, /started/);
});
