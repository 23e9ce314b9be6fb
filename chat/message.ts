/** Rich text: a tree of allowed elements; a string is text. The gateway makes it from HTML, and only from the allowed list. */
export type RichNode = string | { tag: string; href?: string; src?: string; alt?: string; children?: RichNode[] };

/** `page` opens in the visitor's tab, `image` shows in the chat, `file` and `site` wait for the visitor's click. */
export type PushAs = "page" | "image" | "file" | "site";
export type PushResult = "loaded" | "opened" | "refused" | "failed";
export type ChatEvent =
  | "requested"
  | "invited"
  | "accepted"
  | "ended"
  | "missed"
  | "visitor-left"
  | "visitor-back"
  | "taken-over"
  | "joined"
  | "stepped-out"
  | "transfer-offered"
  | "transferred"
  | "handed-back"
  | "transfer-withdrawn"
  | "released";

/** Why a chat was taken from who had it: they were gone for too long, or may not have it any more. */
export type ReleaseReason = "gone" | "not-allowed";

/**
 * An event is by the entry's author. `whom` it also concerns: from whom a chat was taken over or came, to whom or what it is offered. `released` names
 * as its author who had the chat, and as `whom` who has it now, if anybody does.
 */
export interface HappenedBody {
  kind: "event";
  event: ChatEvent;
  whom?: { id: string; name: string };
  /** The department it is offered to. */
  department?: { id: string; name: string };
  /** A word to the colleague; no visitor ever gets it. */
  word?: string;
  /** Of `released`. */
  why?: ReleaseReason;
}

/** What is said, as against shown or happened. */
export type SaidBody = { kind: "text"; text: string } | { kind: "rich"; tree: RichNode[] };

export type Body =
  | SaidBody
  | { kind: "push"; url: string; as: PushAs }
  | { kind: "pushed"; seq: number; result: PushResult }
  | HappenedBody
  /** The message `seq` says this now; without `body` it has been deleted since. It is kept once, in that message's place. */
  | { kind: "edited"; seq: number; body?: SaidBody }
  | { kind: "deleted"; seq: number }
  /** Nothing: a message that was deleted, or, to a visitor, an entry that is not theirs. It keeps the numbers without gaps. */
  | { kind: "blank" };

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
