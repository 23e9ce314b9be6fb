/** What decides over keys: macOS has a key for commands of its own; on Linux the browsers count tabs with Alt. */
export type Platform = "mac" | "linux" | "windows";

/** Where this console runs. */
export const PLATFORM: Platform = platformOf(navigator.userAgent);

/** Where a browser runs, by what it calls itself. */
function platformOf(userAgent: string): Platform {
  if (/Mac|iPhone|iPad/.test(userAgent)) return "mac";
  return /Linux|X11|CrOS/.test(userAgent) && !userAgent.includes("Android") ? "linux" : "windows";
}
