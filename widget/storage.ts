/** A part of the browser's storage with names of its own. */
export interface Drawer {
  get(key: string): string | null;
  /** @param value null = forget. */
  set(key: string, value: string | null): void;
}

/**
 * Opens a drawer in the shop's own storage. Where the browser forbids storage, or has no room left, what was set lives as
 * long as the page.
 * @param isEmpty nothing is in there: it is not looked into before something was put there, since a page's first look waits for another process.
 */
export function openDrawer(storage: "localStorage" | "sessionStorage", prefix: string, isEmpty = false): Drawer {
  const memory = new Map<string, string>();
  return {
    get(key) {
      if (isEmpty) return null;
      try {
        return memory.get(key) ?? globalThis[storage].getItem(prefix + key);
      } catch {
        return null; // forbidden, and nothing was set in this page
      }
    },
    set(key, value) {
      isEmpty = false;
      memory.delete(key);
      try {
        if (value === null) globalThis[storage].removeItem(prefix + key);
        else globalThis[storage].setItem(prefix + key, value);
      } catch {
        if (value !== null) memory.set(key, value);
      }
    },
  };
}
