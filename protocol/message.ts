import { HARD } from "./limits.ts";
import { richTextShape } from "./rich-text.ts";
import { integer, list, object, oneOf, optional, string, taggedUnion, type TypeOf } from "./shape.ts";

/** An id made by the client that sends: at least 96 random bits, so that no two ever meet. */
export const idShape = string(HARD.id, 8);

/** How a pushed URL reaches the visitor; decided by the server from the URL and the visitor's page. */
const pushAsShape = oneOf("page", "image", "file", "site");
export type PushAs = TypeOf<typeof pushAsShape>;

/** `loaded`: shown by itself. `opened`: by the visitor's click. `refused`: the visitor or the page kept it out. `failed`: it could not be fetched. */
export const pushResultShape = oneOf("loaded", "opened", "refused", "failed");
export type PushResult = TypeOf<typeof pushResultShape>;

const chatEventShape = oneOf(
  "requested",
  "invited",
  "accepted",
  "ended",
  "missed",
  "visitor-left",
  "visitor-back",
  "taken-over",
  "joined",
  "stepped-out",
  "transfer-offered",
  "transferred",
  "handed-back",
  "transfer-withdrawn",
  "released",
);
export type ChatEvent = TypeOf<typeof chatEventShape>;

const saidShapes = { text: object({ text: string(HARD.text) }), rich: object({ tree: richTextShape }) };
const saidShape = taggedUnion("kind", saidShapes);

/** What a message holds. `pushed` tells how an earlier push (by its sequence number) came out. */
export const bodyShape = taggedUnion("kind", {
  ...saidShapes,
  push: object({ url: string(HARD.url), as: pushAsShape }),
  pushed: object({ seq: integer(1), result: pushResultShape }),
  /**
   * What the entry's author did. To operators also: `whom` it concerns (from whom a chat was taken over or came, to whom it is offered),
   * the `department` it is offered to, and the `word` to the colleague. A chat that is `released` was taken from the author, and is with `whom`, if
   * with anybody.
   */
  event: object({
    event: chatEventShape,
    whom: optional(object({ id: idShape, name: string(HARD.name) })),
    department: optional(object({ id: idShape, name: string(HARD.name) })),
    word: optional(string(HARD.text)),
    why: optional(oneOf("gone", "not-allowed")),
  }),
  /** The message `seq` says this now; without `body` it has been deleted since. */
  edited: object({ seq: integer(1), body: optional(saidShape) }),
  /** The message `seq` is no more; whoever asks for it gets `blank`. */
  deleted: object({ seq: integer(1) }),
  /** Nothing to show: a deleted message, or, to a visitor, what operators settle among themselves. It keeps the numbers without gaps. */
  blank: object({}),
});
export type Body = TypeOf<typeof bodyShape>;

/** Who wrote a message. An operator's `id` is absent in what a visitor receives. */
export const authorShape = taggedUnion("kind", {
  visitor: object({}),
  operator: object({ id: optional(string(HARD.id)), name: string(HARD.name) }),
  system: object({}),
});
export type Author = TypeOf<typeof authorShape>;

/**
 * One numbered entry of a conversation. `seq` counts from 1 without gaps, so that a missing message is visible; `id` is
 * the client's own, so that a message sent again is not there twice; `at` is the server's clock, milliseconds since 1970.
 */
export const messageShape = object({
  seq: integer(1),
  id: idShape,
  author: authorShape,
  at: integer(0),
  body: bodyShape,
});
export type Message = TypeOf<typeof messageShape>;

/** A department, as far as everybody may know it. Without `sites` it works for all. */
export const departmentShape = object({
  id: idShape,
  name: string(HARD.name),
  sites: optional(list(idShape, HARD.rows)),
});
export type DepartmentInfo = TypeOf<typeof departmentShape>;

export const conversationStatusShape = oneOf("requesting", "open", "ended", "left");
/** `left`: a message left while no operator was online. */
export type ConversationStatus = TypeOf<typeof conversationStatusShape>;

/** How far one side has got, as sequence numbers: received by its client, and looked at by the person. */
export const marksShape = object({ delivered: integer(0), seen: integer(0) });
export type Marks = TypeOf<typeof marksShape>;

/** Why the server did not do what it was asked, as a word a program can act on. */
export const refusalCodeShape = oneOf(
  "bad-message",
  "too-long",
  "too-fast",
  "empty",
  "not-found",
  "not-allowed",
  "already-accepted",
  /** Take over, accept a transfer: somebody else was first. */
  "already-taken",
  "transfer-over",
  /** The colleague is not signed in. */
  "operator-gone",
  /** The message is too old to be changed. */
  "too-late",
  "not-offered",
  "already-invited",
  "already-chatting",
  "conversation-ended",
  "nobody-online",
  "visitor-gone",
  "invitation-over",
  "url-not-allowed",
  "no-host-name",
  "overloaded",
  "internal",
);
export type RefusalCode = TypeOf<typeof refusalCodeShape>;
