/** A stretch of plain text, and where it leads if it is a link. */
export interface TextPart {
  text: string;
  href?: string;
}

// Neither spaces, quotes and angle brackets nor the characters that turn the direction of writing belong to a written link.
const CANDIDATE = /\bhttps?:\/\/[^\s<>"\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
/** What ends a sentence rather than an address; a closing bracket only if none was opened in the address. */
const TRAILING = /(?:[.,;:!?'’…*]|(?<!\([^()]*)\))+$/u;

/** Finds the http and https addresses in what somebody wrote. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const written = found.replace(TRAILING, "");
    const href = safeUrl(written);
    if (href === undefined) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: written, href });
    end = index + written.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/**
 * The whole address if it is safe to follow: http or https, and no user name in it, which serves only to make an address
 * look like another one. `schemes`: what else to let through.
 */
export function safeUrl(text: string | undefined, schemes = /^https?:$/): string | undefined {
  try {
    const { protocol, username, password, href } = new URL(text ?? "");
    return schemes.test(protocol) && username + password === "" ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What stands on a card that leads somewhere: the path on this site, or the name alone of a file; elsewhere host and path. No scheme, no
 * trailing slash.
 */
export function shortUrl(href: string, origin: string, isPage: boolean): string {
  const url = new URL(href);
  const rest = decode(url.pathname) + url.search + url.hash;
  if (url.origin === origin) return isPage ? rest : rest.replace(/^[^?#]*\//, "");
  return url.host + (rest === "/" ? "" : rest);
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
