import type { OutboxStore } from "../../client/outbox.ts";
import type { Drawer } from "../storage.ts";

/** A message that could not be sent for a day is not what its writer wants to say any more. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Keeps one tab's unsent messages in local storage, so that they outlive the page and the tab. A tab that starts takes over
 * what others have left. If one of those is alive after all, both send the message, under its one id, and the server keeps
 * it once. `unsent` says that there is something, to pages that would not load the panel otherwise.
 * @param prefix the drawer's.
 */
export function outboxStore(drawer: Drawer, prefix: string, tab: string, now: () => number = Date.now): OutboxStore {
  const save = (text: string | null) => {
    drawer.set(`out:${tab}`, text === null ? null : `${now()} ${text}`);
    drawer.set("unsent", keptBy(prefix).length > 0 ? "1" : null);
  };
  return {
    save,
    load() {
      const messages: unknown[] = [];
      for (const key of keptBy(prefix)) {
        const [, at, text] = /^(\d+) (.*)$/s.exec(drawer.get(key) ?? "") ?? [];
        drawer.set(key, null);
        if (text === undefined || now() - Number(at) > KEPT_MS) continue;
        try {
          messages.push(...JSON.parse(text));
        } catch {
          // Not ours.
        }
      }
      const all = messages.length > 0 ? JSON.stringify(messages) : null;
      save(all);
      return all;
    },
  };
}

/** The keys under which tabs have left something. */
function keptBy(prefix: string): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}out:`));
    return keys.map((key) => key.slice(prefix.length));
  } catch {
    return []; // forbidden: no other page can have left anything
  }
}
