/** An emoji as it can be found. */
export interface Emoji {
  emoji: string;
  /** Whether it has skin tones. */
  hasTones: boolean;
  /** Its short names, as other programs know them: `thumbsup`. */
  codes: readonly string[];
  /** What it is called in the operator's language. */
  name: string;
  /** Other words for it. */
  words: string;
}

/** From light to dark; the first is none of them. */
export const TONES = ["", "\u{1F3FB}", "\u{1F3FC}", "\u{1F3FD}", "\u{1F3FE}", "\u{1F3FF}"] as const;

/** Reads the lines that scripts/emoji.ts writes. */
export function readEmoji(lines: readonly string[]): Emoji[] {
  return lines.map((line) => {
    const [sign = "", codes = "", name = "", words = ""] = line.split("|");
    const hasTones = sign.endsWith("*");
    return { emoji: hasTones ? sign.slice(0, -1) : sign, hasTones, codes: codes.split(" "), name, words };
  });
}

/** An emoji in a skin tone, where it has any. The tone stands behind the first sign, in the place of the mark that it is a picture. */
export function toned({ emoji, hasTones }: Emoji, tone: number): string {
  const sign = TONES[tone];
  if (!hasTones || sign === undefined || sign === "") return emoji;
  const [first = "", ...rest] = Array.from(emoji);
  return first + sign + rest.join("").replace(/^\uFE0F/, "");
}

/** Those that are meant by some letters, the likeliest first: short names before names, beginnings before what is within. */
export function searchEmoji(all: readonly Emoji[], query: string, most: number): Emoji[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const found = all.map((emoji) => ({ emoji, rank: rankOf(emoji, wanted) })).filter(({ rank }) => rank > 0);
  return found
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}

function rankOf({ codes, name, words }: Emoji, wanted: string): number {
  if (codes.includes(wanted)) return 6;
  const called = fold(name);
  if (called === wanted) return 5;
  if (codes.some((code) => code.startsWith(wanted))) return 4;
  const all = `${called} ${fold(words)}`.split(/[\s-]+/);
  const parts = wanted.split(/[\s_]+/);
  if (parts.every((part) => all.includes(part))) return 3;
  if (parts.every((part) => all.some((word) => word.startsWith(part)))) return 2;
  return wanted.length > 2 && (codes.some((code) => code.includes(wanted)) || called.includes(wanted)) ? 1 : 0;
}

function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}

/**
 * The beginning of an emoji's name just before the cursor, `:` and at least two letters at the beginning of a word, and where the colon
 * stands. `closed`: a second colon ends the name.
 */
export function colonBefore(
  text: string,
  cursor: number,
): { from: number; query: string; closed: boolean } | undefined {
  const match = /(?<![^\s("'“„»])(?::)(?<query>[\p{L}\p{N}_+-]{2,40})(?<end>:?)$/u.exec(text.slice(0, cursor));
  if (match === null) return undefined;
  const { query = "", end = "" } = match.groups ?? {};
  return { from: match.index, query, closed: end === ":" };
}
