import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** The custom properties that a rule sets, by name. */
function properties(css: string, selector: string): Map<string, string> {
  const found = new Map<string, string>();
  let start = -1;
  while ((start = css.indexOf(`${selector} {`, start + 1)) !== -1) {
    const rule = css.slice(css.indexOf("{", start), css.indexOf("}", start));
    for (const [, name = "", value = ""] of rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(name, value.trim());
  }
  return found;
}

test("the widget's colours are the tokens', in both themes", () => {
  const tokens = read("../../console/styles/tokens.css");
  const own = read("first.css") + read("panel.css") + read("log.css");
  for (const [rule, token] of [
    [".shopbell", ":root"],
    [".dark", '[data-theme="dark"]'],
  ] as const) {
    const expected = properties(tokens, token);
    const used = properties(own, rule);
    assert.ok(used.size > 5);
    for (const [name, value] of used) {
      if (!name.startsWith("--widget-")) assert.equal(value, expected.get(name), `${rule} ${name}`);
    }
  }
});
