import type { VisitorRow } from "../../protocol/visitor-list.ts";

/** How people speak of a visitor: by name when given, otherwise by number. */
export function visitorName({ visitor, name }: Pick<VisitorRow, "visitor" | "name">): string {
  return name ?? `#${visitor}`;
}

/** The host of where a visitor came from, without `www.`; undefined for nowhere, which is called direct. */
export function cameFromHost(cameFrom: string): string | undefined {
  const host = URL.parse(cameFrom)?.hostname.replace(/^www\./, "");
  return host === undefined || host === "" ? cameFrom || undefined : host;
}

/** An address without its site, as far as it tells one page from another. */
export function pathOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : parsed.pathname + parsed.search;
}

/** A country's flag, made of the two letters of its code. */
export function flagOf(country: string): string {
  return String.fromCodePoint(...Array.from(country.toUpperCase(), (letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
}

/** What a language calls a browser's language. */
export function languageName(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag; // whatever a browser says it is
  }
}
