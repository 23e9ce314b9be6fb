export interface Origins {
  origins: string[];
  /** The first that is not the address of a site, as it was typed. */
  wrong: string | undefined;
}

/** Reads addresses of sites, one on each line or between commas; a path after the host is left out. The scheme is not guessed. */
export function readOrigins(text: string): Origins {
  const origins = new Set<string>();
  for (const typed of text.split(/[\s,]+/u).filter(Boolean)) {
    const url = URL.parse(typed);
    const isSite = url !== null && (url.protocol === "https:" || url.protocol === "http:");
    if (!isSite || url.username !== "" || url.hostname.includes("*")) return { origins: [...origins], wrong: typed };
    origins.add(url.origin);
  }
  return { origins: [...origins], wrong: undefined };
}
