import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Logger } from "pino";
import type { Bus } from "../chat/bus.ts";
import type { Conversation } from "../chat/conversation.ts";
import type { Message } from "../chat/message.ts";
import type { Store } from "../chat/store.ts";
import { transcriptAsJson, transcriptAsText } from "./transcript.ts";

interface Parts {
  store: Store;
  bus: Bus;
  log: Logger;
  folder: string;
  /** The file's path within the folder; see `pathOf`. */
  pattern: string;
  siteName: (site: string) => string;
}

/** Chats that may wait for the disk; one more is not written, and the log says so. It stays in the store all the same. */
const MOST_WAITING = 10_000;
const AT_ONCE = 500;

/** Saves every chat that ends as a file, one after the other. A file is there as a whole or not at all. */
export class Transcripts {
  readonly #parts: Parts;
  readonly #stopListening: () => void;
  readonly #waiting = new Map<string, Conversation>();
  #writing: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#stopListening = parts.bus.listen((announcement) => {
      if (announcement.type === "conversation" && announcement.conversation.status === "ended")
        this.#add(announcement.conversation);
    });
  }

  /** Writes what still waits; before the store is closed. */
  async close(): Promise<void> {
    this.#stopListening();
    await this.#writing;
  }

  #add(conversation: Conversation): void {
    if (this.#waiting.size >= MOST_WAITING) {
      this.#parts.log.error({ conversation: conversation.id }, "too many chats wait to be saved; this one is not");
      return;
    }
    this.#waiting.set(conversation.id, conversation);
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    for (const [id, conversation] of this.#waiting) {
      this.#waiting.delete(id);
      try {
        await this.#write(conversation);
      } catch (error) {
        // The next one may well succeed, and the chat itself is in the store.
        this.#parts.log.error({ err: error, conversation: id }, "a chat could not be saved as a file");
      }
    }
  }

  async #write(conversation: Conversation): Promise<void> {
    const { folder, pattern, siteName } = this.#parts;
    const site = siteName(conversation.site);
    const messages = await this.#messages(conversation.id);
    const asJson = pattern.endsWith(".json");
    const content = (asJson ? transcriptAsJson : transcriptAsText)(conversation, site, messages);
    await writeWhole(join(folder, pathOf(pattern, conversation, site)), content);
  }

  async #messages(conversation: string): Promise<Message[]> {
    const all: Message[] = [];
    for (;;) {
      const page = await this.#parts.store.messagesAfter(conversation, all.at(-1)?.seq ?? 0, AT_ONCE);
      all.push(...page);
      if (page.length < AT_ONCE) return all;
    }
  }
}

/** The path of a chat's file: the pattern with its places filled in. A value never makes a folder of its own, nor leaves the folder. */
export function pathOf(pattern: string, { id, visitor, visitorName, requestedAt }: Conversation, site: string): string {
  const date = new Date(requestedAt);
  const two = (value: number): string => String(value).padStart(2, "0");
  const values: Record<string, string> = {
    year: String(date.getFullYear()),
    month: two(date.getMonth() + 1),
    day: two(date.getDate()),
    hour: two(date.getHours()),
    minute: two(date.getMinutes()),
    site: safe(site),
    visitor: String(visitor),
    name: safe(visitorName ?? ""),
    id: safe(id),
  };
  return pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What people typed, as a part of a file's name on any system. */
function safe(text: string): string {
  const allowed = text.replaceAll(/[\\/:*?"<>|\p{C}]+/gu, "_").slice(0, 60);
  return allowed.replaceAll(/^[\s.]+|[\s.]+$/g, "") || "_";
}

/** Beside its place first, flushed, then moved there: whoever reads the folder meets no half of a file. */
async function writeWhole(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = join(dirname(path), `.${randomBytes(9).toString("hex")}.tmp`);
  try {
    const file = await open(temporary, "wx", 0o600); // what visitors wrote is nobody else's on this computer
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
