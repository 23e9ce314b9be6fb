import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { root } from "../scripts/prepare.mjs";

/** What the files of a folder may import: other folders of ours, packages, Node's modules. Tests may import anything. */
interface Permission {
  folders: string[];
  npm?: boolean;
  node?: boolean;
}

// The first pattern that fits a file speaks for it; docs/architecture.md shows the same table.
const TABLE: [pattern: RegExp, may: Permission][] = [
  [/^protocol\//, { folders: ["protocol"] }],
  [/^chat\//, { folders: ["chat"] }],
  [/^client\//, { folders: ["client", "protocol"] }],
  [/^widget\//, { folders: ["widget", "client", "protocol"] }],
  // The preview of a site's look is the widget itself.
  [/^console\/settings\/look-preview\.ts$/, { folders: ["console", "client", "protocol", "widget"], npm: true }],
  [/^console\//, { folders: ["console", "client", "protocol"], npm: true }],
  [/^demo\//, { folders: ["demo"], node: true }],
  [/^server\/store\//, { folders: ["server/store", "chat"], npm: true, node: true }],
  [/^server\/bus\//, { folders: ["server/bus", "chat"], npm: true, node: true }],
  [/^server\/gateway\//, { folders: ["server/gateway", "chat", "protocol"], npm: true, node: true }],
  [/^server\/doctor\//, { folders: ["server", "protocol"], npm: true, node: true }],
  [/^server\/[^/]+$/, { folders: ["server", "chat", "protocol", "demo"], npm: true, node: true }],
  [
    /^bench\//,
    { folders: ["bench", "client", "protocol", "scripts", "test/harness", "server"], npm: true, node: true },
  ],
];

const files = globSync("{protocol,chat,client,widget,console,demo,server,bench}/**/*.{ts,tsx}", { cwd: root });
const sources = files.filter((file) => !/\.test\.tsx?$|\.d\.ts$|\/contract(?:\.ts$|\/)/.test(file));

test("the folders of the architecture are there, with files in them", () => {
  for (const [pattern] of TABLE)
    assert.ok(
      sources.some((file) => pattern.test(file)),
      `no file matches ${pattern}`,
    );
});

test("every file imports only what its folder may import", () => {
  const wrong: string[] = [];
  for (const file of sources) {
    const may = TABLE.find(([pattern]) => pattern.test(file))?.[1];
    assert.ok(may, `${file} is in no folder of the table`);
    for (const specifier of importsOf(file)) {
      if (!isAllowed(file, specifier, may)) wrong.push(`${file} imports ${specifier}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("Postgres and NATS are never imported at the top of a file", () => {
  const wrong = sources.filter((file) => /^import [^;]*"(?:pg|@nats-io\/[^"]+)"/m.test(read(file)));
  assert.deepEqual(wrong, []);
});

test("what few servers need, and what makes Node load much, is not imported when the server starts", () => {
  const atStart = new Set<string>();
  const add = (file: string): void => {
    if (atStart.has(file)) return;
    atStart.add(file);
    for (const [, from = ""] of read(file).matchAll(/^(?:import|export) (?!type\b)[^;]*?from "(\.[^"]+)";/gm))
      add(normalize(join(dirname(file), from)));
  };
  add("server/run.ts");
  add("server/store/sqlite-thread.ts");
  assert.ok(atStart.size > 100, "the files of the server are found");
  const later = /^import (?!type\b)[^;]*"(?:node:http|kysely|prom-client|web-push|mmdb-lib|htmlparser2)";/m;
  assert.deepEqual(
    [...atStart].filter((file) => later.test(read(file))),
    [],
  );
});

test("nothing builds the screen from strings of markup", () => {
  const markup =
    /\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(|\beval\(|new Function\(/;
  const wrong = sources.filter((file) => /^(?:widget|console|client)\//.test(file) && markup.test(read(file)));
  assert.deepEqual(wrong, []);
});

test("no file is longer than 500 lines", () => {
  const everything = [
    ...files,
    ...globSync("{test,scripts}/**/*.{ts,mjs}", { cwd: root }),
    ...globSync("{console,demo,widget}/**/*.css", { cwd: root }),
  ];
  const long = everything.filter((file) => read(file).split("\n").length > 501);
  assert.deepEqual(long, []);
});

test("the production dependencies have no install scripts", () => {
  const lock: unknown = JSON.parse(read("package-lock.json"));
  const { packages } = lock as {
    packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; devOptional?: boolean }>;
  };
  const names = Object.keys(packages);
  assert.ok(names.length > 50, "the lock file lists the packages");
  assert.deepEqual(
    names.filter((name) => packages[name]?.hasInstallScript === true && packages[name].dev !== true),
    [],
  );
});

function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g,
  );
  return [...found].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? "");
}

function isAllowed(file: string, specifier: string, may: Permission): boolean {
  if (specifier.startsWith(".")) {
    const target = normalize(join(dirname(file), specifier));
    if (file.startsWith("server/") && !/^server\/[^/]+\//.test(file) && target.startsWith("server/")) return true;
    return may.folders.some((folder) => target.startsWith(`${folder}/`));
  }
  return isBuiltin(specifier) ? may.node === true : may.npm === true;
}

function read(file: string): string {
  return readFileSync(root + file, "utf8");
}
