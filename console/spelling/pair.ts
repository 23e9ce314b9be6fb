/** The two files of a Hunspell dictionary as text. */
export interface Pair {
  aff: string;
  dic: string;
}

/** How Hunspell writes encodings that the web calls otherwise. */
const WEB_NAMES: { readonly [name: string]: string } = {
  "MICROSOFT-CP1251": "windows-1251",
  "TIS620-2533": "windows-874",
};

/**
 * Reads a Hunspell pair in whatever encoding it names (`SET`), and makes it one in UTF-8, which is what the engine is given. Undefined when
 * it is none.
 */
export function readPair(aff: Uint8Array, dic: Uint8Array): Pair | undefined {
  // The names of encodings are in ASCII, whatever the rest is in.
  const named = /^\s*SET\s+(\S+)/m.exec(new TextDecoder("latin1").decode(aff))?.[1]?.toUpperCase();
  const isUnicode = named === undefined || named === "UTF-8";
  try {
    const decoder = new TextDecoder(isUnicode ? "utf-8" : webName(named), { fatal: true });
    const pair = { aff: decoder.decode(aff), dic: decoder.decode(dic) };
    return isUnicode ? pair : { ...pair, aff: inUnicode(pair.aff) };
  } catch {
    return undefined; // another encoding than it says, or one that no browser knows
  }
}

/** The language in a file's name as dictionaries have it: `de_DE_frami.aff` is `de-DE`. */
export function languageIn(fileName: string): string {
  const [, language, region] = /^([a-z]{2,3})(?:[_-]([A-Z]{2}))?(?![a-z])/.exec(fileName) ?? [];
  return [language, region].filter(Boolean).join("-");
}

/** The first word of a list of words, which its dictionary must know. */
export function firstWord(dic: string): string | undefined {
  const words = dic.split(/\r?\n/).slice(1);
  return words.map((line) => /^[\p{L}][\p{L}\p{M}]*/u.exec(line)?.[0]).find((word) => word !== undefined);
}

function webName(named: string): string {
  return WEB_NAMES[named] ?? named.replace(/^ISO(?=\d)/, "ISO-");
}

/** Marks of words that were one byte are one character now. */
function inUnicode(aff: string): string {
  const set = aff.replace(/^(\s*SET)\s+\S+/m, "$1 UTF-8");
  return /^\s*FLAG\s/m.test(set) ? set : `FLAG UTF-8\n${set}`;
}
