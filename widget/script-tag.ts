/** What the shop wrote into its script tag, and where the script came from. */
export interface Tag {
  /** The site's key. */
  site: string;
  /** The script's own address; everything else is on the same server. */
  source: string;
  /** `data-language`, `data-position` and `data-theme`, if any. */
  language?: string | undefined;
  position?: string | undefined;
  theme?: string | undefined;
}

/** Reads the tag that is being run; nothing when it is not one of ours (it has no `data-site`, or runs as a module). */
export function readTag(script: Document["currentScript"]): Tag | undefined {
  const { src, dataset } = (script ?? {}) as Partial<HTMLScriptElement>;
  return src && dataset?.["site"] ? (Object.assign({}, dataset, { source: src }) as object as Tag) : undefined;
}
