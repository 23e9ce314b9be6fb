import type { Attributes } from "../protocol/visitor-to-server.ts";

/** What a page may ask of the widget, as `shopbell("open")`; see docs/embedding.md. */
export interface Commands {
  /** Opens the panel, for the visitor. */
  open(): void;
  close(): void;
  /** Says who the visitor is, as far as the shop knows. */
  identify(who: { name?: string; email?: string }): void;
  /** What the shop wants its operators to see of this visitor; replaces what was said before. */
  attributes(attributes: Attributes): void;
  /** Calls back each time that something has happened; `detail` is the number of unread messages, or nothing. */
  on(event: "open" | "close" | "unread", listener: (detail: unknown) => void): void;
}

export type Call = { [Name in keyof Commands]: [name: Name, ...Parameters<Commands[Name]>] }[keyof Commands];
