import type { Announcement } from "./event.ts";

/**
 * The word between nodes. It is a hint: anything may be lost or come late, and no chat message is lost by that, because the
 * store is the truth and a client asks for what it misses. What one node announces about one conversation arrives in order.
 */
export interface Bus {
  /** Tells every node, this one included. Returns at once. */
  announce(announcement: Announcement): void;
  /** Calls `listener` for every announcement, until the returned function is called. */
  listen(listener: (announcement: Announcement) => void): () => void;
  close(): Promise<void>;
}
