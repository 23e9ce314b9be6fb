/** Rich text: a tree of allowed elements; a string is text. The gateway makes it from HTML, and only from the allowed list. */
export type RichNode = string | { tag: string; href?: string; src?: string; alt?: string; children?: RichNode[] };

/** `page` opens in the visitor's tab, `image` shows in the chat, `file` and `site` wait for the visitor's click. */
export type PushAs = "page" | "image" | "file" | "site";
export type PushResult = "loaded" | "opened" | "refused" | "failed";
export type ChatEvent = "requested" | "invited" | "accepted" | "ended" | "missed" | "visitor-left" | "visitor-back";

export type Body =
  | { kind: "text"; text: string }
  | { kind: "rich"; tree: RichNode[] }
  | { kind: "push"; url: string; as: PushAs }
  | { kind: "pushed"; seq: number; result: PushResult }
  | { kind: "event"; event: ChatEvent };

export type Author = { kind: "visitor" } | { kind: "operator"; id: string; name: string } | { kind: "system" };

/** What is to be appended. `id` is the sender's own: appending it twice stores it once. */
export interface MessageDraft {
  id: string;
  author: Author;
  /** Milliseconds since 1970, the server's clock. */
  at: number;
  body: Body;
}

/** An entry of a conversation. `seq` counts from 1 without gaps, in the order of the commits. */
export interface Message extends MessageDraft {
  conversation: string;
  seq: number;
}
