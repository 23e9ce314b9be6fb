// Writes console/emoji/names/*.json from emojibase-data (MIT, made of Unicode's CLDR). To be run by hand when there are new emoji:
// npm pack emojibase-data, unpack it, then: node scripts/emoji.ts FOLDER && npm run format
import { readFileSync, writeFileSync } from "node:fs";
import { must } from "../chat/error.ts";
import { root } from "./prepare.mjs";

interface Entry {
  label: string;
  hexcode: string;
  tags?: string[];
  emoji: string;
  group?: number;
  order?: number;
  version: number;
  skins?: { emoji: string; tone: number | number[] }[];
}

/** Newer ones are on many screens a square still. */
const NEWEST = 15.1;
/** More words than these find nothing that the first do not find. */
const MOST_TAGS = 6;
/** Single parts of emoji, and none of their own. */
const COMPONENTS = 2;

const folder = must(process.argv[2], "the folder of emojibase-data");
const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
const shortcodes = read("en/shortcodes/github.json") as Record<string, string | string[]>;

for (const language of ["en", "de"]) {
  const entries = (read(`${language}/data.json`) as Entry[])
    .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const groups = Map.groupBy(entries, ({ group }) => group ?? 0);
  const lines = [...groups.entries()].toSorted(([a], [b]) => a - b).map(([, group]) => group.map(lineOf));
  writeFileSync(`${root}console/emoji/names/${language}.json`, JSON.stringify(lines));
}

/** The emoji, `*` if it has skin tones, its short names, its name, other words for it. */
function lineOf({ emoji: given, hexcode, label, tags = [], skins = [] }: Entry): string {
  const emoji = plain(given);
  const codes = [shortcodes[hexcode] ?? []].flat();
  const hasTones = skins.some(({ emoji: toned, tone }) => tone === 1 && toned === withTone(emoji));
  const words = tags.filter((tag) => !label.includes(tag)).slice(0, MOST_TAGS);
  return `${emoji}${hasTones ? "*" : ""}|${codes.join(" ")}|${label}|${words.join(" ")}`;
}

/** Without the mark that it is a picture, where it is one anyway. */
function plain(emoji: string): string {
  const bare = emoji.replaceAll("\uFE0F", "");
  return /^\p{RGI_Emoji}$/v.test(bare) ? bare : emoji;
}

/** As console/emoji/emoji.ts does it. */
function withTone(emoji: string): string {
  const [first = "", ...rest] = Array.from(emoji);
  return first + "\u{1F3FB}" + rest.join("").replace(/^\uFE0F/, "");
}
