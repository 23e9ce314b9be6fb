/** What the shop wrote into its script tag, and where the script came from. */
export interface Tag {
  /** The site's key. */
  site: string;
  /** The script's own address; everything else is on the same server. */
  source: string;
  /** `data-language`, if any. */
  language: string;
  side: "left" | "right";
  theme: string;
}

/** Reads the tag that is being run; nothing when it is not one of ours (it has no `data-site`, or runs as a module). */
export function readTag(script: Document["currentScript"]): Tag | undefined {
  if (!(script instanceof HTMLScriptElement)) return undefined;
  const { site, language = "", position, theme = "" } = script.dataset;
  if (site === undefined || script.src === "") return undefined;
  return { site, source: script.src, language, side: position === "left" ? "left" : "right", theme };
}
