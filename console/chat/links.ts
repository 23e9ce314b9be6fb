/** A stretch of plain text, and where it leads when it is a link. */
export interface TextPart {
  text: string;
  href?: string;
}

// Spaces, quotes, angle brackets and the characters that turn the direction of writing never belong to a written link.
const CANDIDATE = /\bhttps?:\/\/[^\s<>"\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * Finds the http and https addresses in what somebody wrote, leaving the sentence's own punctuation outside. An address
 * with a user name in it (`https://bank.example@evil.example`) stays text: it exists only to look like another one.
 */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const written = withoutPunctuation(match[0]);
    const href = linkOf(written);
    if (href === undefined) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: written, href });
    end = match.index + written.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The address a text names if it is safe to follow: http or https, no user name. */
export function linkOf(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  if (url.username !== "" || url.password !== "" || url.hostname === "") return undefined;
  return url.href;
}

function withoutPunctuation(candidate: string): string {
  let text = candidate;
  for (;;) {
    const last = text.at(-1) ?? "";
    const opens = CLOSES[last];
    const unbalanced = opens !== undefined && count(text, last) > count(text, opens);
    if (!unbalanced && !".,;:!?'’…*_~".includes(last)) return text;
    if (last === "") return text;
    text = text.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
