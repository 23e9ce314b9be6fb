// Writes the keys that the console has at first into docs/manual.md, in place of those that stand there: node scripts/manual-keys.ts
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { commandsOn, PLACES } from "../console/commands/table.ts";
import { english } from "../console/strings/english.ts";
import type { Strings } from "../console/strings/translation.ts";
import { root } from "./prepare.mjs";

const PAGE = `${root}docs/manual.md`;
const SIGNS: { readonly [name: string]: string } = { Up: "↑", Down: "↓", Left: "←", Right: "→" };

/** The page as it must be. */
export function withKeys(page: string): string {
  const tables = page.indexOf("\n**", page.indexOf("\n## Shortcut keys"));
  const lines = PLACES.flatMap(([place, title]) => [
    `**${words(title)}**`,
    "",
    "| | |",
    "|---|---|",
    ...commandsOn("linux")
      .filter(({ where }) => where === place)
      .map(({ label, keys }) => `| ${words(label)} | ${keys.map((key) => `\`${printed(key)}\``).join(" ")} |`),
    "",
  ]);
  return `${page.slice(0, tables + 1)}${lines.join("\n").trim()}\n`;
}

function words(key: string): string {
  const [part = "", name = ""] = key.split(".");
  const parts: { readonly [part: string]: Strings } = english;
  const entry = parts[part]?.[name];
  if (typeof entry !== "string") throw new Error(`${key} is no plain string.`);
  return entry;
}

function printed(key: string): string {
  return Object.entries(SIGNS).reduce((text, [name, sign]) => text.replace(name, sign), key);
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, withKeys(readFileSync(PAGE, "utf8")));
