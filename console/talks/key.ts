const PREFIX = "talk ";

/** What a talk with a colleague is called among the tabs, which otherwise hold conversations with visitors. */
export function talkKey(colleague: string): string {
  return PREFIX + colleague;
}

/** The colleague whose talk a tab holds; undefined for a visitor's chat. */
export function colleagueOf(tab: string): string | undefined {
  return tab.startsWith(PREFIX) ? tab.slice(PREFIX.length) : undefined;
}
