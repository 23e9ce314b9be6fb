import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { CLOSE } from "../protocol/close.ts";
import { fromOperatorShape } from "../protocol/operator-to-server.ts";
import { toOperatorShape } from "../protocol/server-to-operator.ts";
import { toVisitorShape } from "../protocol/server-to-visitor.ts";
import type { Shape } from "../protocol/shape.ts";
import { fromVisitorShape } from "../protocol/visitor-to-server.ts";
import { root } from "../scripts/prepare.mjs";
import { describeSettings } from "../server/config.ts";

const pages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...globSync("docs/**/*.md", { cwd: root }),
];

test("docs/protocol.md has one line for every message, in the order of the code", () => {
  const directions: [heading: string, shape: Shape<unknown>][] = [
    ["What a visitor says", fromVisitorShape],
    ["What a visitor hears", toVisitorShape],
    ["What an operator says", fromOperatorShape],
    ["What an operator hears", toOperatorShape],
  ];
  for (const [heading, shape] of directions) {
    const lines = section("docs/protocol.md", heading).matchAll(/^\| `([a-z-]+)` \| .+ \|$/gm);
    assert.deepEqual(
      [...lines].map(([, type]) => type),
      typesOf(shape),
      heading,
    );
  }
});

test("docs/protocol.md has one line for every close code, with its retry rule", () => {
  const lines = section("docs/protocol.md", "Closing").matchAll(/^\| (\d+) \| `(\w+)` \| (\w+) \| .+ \|$/gm);
  assert.deepEqual(
    [...lines].map(([, code, name, retry]) => ({ code: Number(code), name, retry })),
    Object.entries(CLOSE).map(([name, { code, retry }]) => ({ code, name, retry })),
  );
});

test("docs/operating.md has one line for every setting, as --help prints it", () => {
  const settings = [...describeSettings().matchAll(/^ {2}--(\S+) \S+ +(\S+) +(\S+)\n +(.+)$/gm)];
  assert.ok(settings.length > 30, "the settings are read");
  const lines = section("docs/operating.md", "Settings").match(/^\| `--.+$/gm) ?? [];
  assert.equal(
    lines.join("\n"),
    settings
      .map(([, flag, variable, fallback, help]) => `| \`--${flag}\` | \`${variable}\` | ${fallback} | ${help} |`)
      .join("\n"),
  );
});

test("every link and picture in the pages is there", () => {
  const missing: string[] = [];
  for (const page of pages) {
    for (const [, link = ""] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(?:https?|mailto):/.test(link)) continue;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(root + target) || (anchor !== undefined && !anchorsOf(target).includes(anchor)))
        missing.push(`${page}: ${link}`);
    }
  }
  assert.deepEqual(missing, []);
});

test("every file of ours that a page names is there", () => {
  const missing: string[] = [];
  for (const page of pages) {
    for (const [, file = ""] of read(page).matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|tsx|mjs|json))`/g)) {
      if (![file, `server/${file}`].some((path) => existsSync(root + path))) missing.push(`${page}: ${file}`);
    }
  }
  assert.deepEqual(missing, []);
});

/** The words that tell a union's messages apart, from the sentence that names them to whoever sends another. */
function typesOf(shape: Shape<unknown>): string[] {
  let types: string[] = [];
  assert.throws(
    () => shape.parse({ type: "" }),
    ({ message }: Error) => {
      types = /one of (.+)\.$/.exec(message)?.[1]?.split(", ") ?? [];
      return types.length > 0;
    },
  );
  return types;
}

/** A page from one heading to the next of the same or a higher level. */
function section(page: string, heading: string): string {
  const text = read(page);
  const start = text.indexOf(`\n## ${heading}\n`);
  assert.ok(start >= 0, `${page} has the heading "${heading}"`);
  const end = text.indexOf("\n## ", start + 1);
  return text.slice(start, end < 0 ? undefined : end);
}

/** The names by which a page's headings are linked to, as code hosts make them. */
function anchorsOf(page: string): string[] {
  const headings = read(page).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function read(page: string): string {
  return readFileSync(root + page, "utf8");
}
