import { HARD } from "./limits.ts";
import { idShape } from "./message.ts";
import { boolean, integer, list, object, oneOf, optional, string, taggedUnion, type TypeOf } from "./shape.ts";
import { filterShape, windowShape } from "./visitor-list.ts";

/** What an operator sends: plain text, HTML ("as HTML", reduced by the server to the allowed elements), or a URL to push. */
export const draftShape = taggedUnion("kind", {
  text: object({ text: string(HARD.text, 1) }),
  html: object({ html: string(HARD.text, 1) }),
  url: object({ url: string(HARD.text, 1) }),
});
export type Draft = TypeOf<typeof draftShape>;

/**
 * Everything an operator's console may say. The session cookie says who it is; `hello` comes first, once. What carries an
 * `id` is answered by exactly one `ack` or `refused` with that id, and may be sent again under it.
 */
export const fromOperatorShape = taggedUnion("type", {
  hello: object({ version: integer(1) }),
  /** Subscribes to a part of the visitor list, replacing the one before. */
  window: object({ window: windowShape }),
  /** Stops the list. */
  "window-off": object({}),
  /** Counts the visitors who pass each of these (`counted` frames), in the place of the filters before; none: counts nothing more. */
  count: object({ site: idShape, filters: list(filterShape, HARD.filters) }),
  /** Keeps this visitor's row coming, wherever it stands in the list (`visitor` frames), and tells notes and past chats once. */
  watch: object({ id: idShape, visitor: integer(1), site: idShape }),
  unwatch: object({ visitor: integer(1), site: idShape }),
  /**
   * Shows a conversation: its messages after `after`, then all that is added, until `shut`. Also after every reconnection. With `latest`
   * only the last part of them, when `after` is 0: what was said before is asked for with `earlier`.
   */
  open: object({ id: idShape, conversation: idShape, after: integer(0), latest: optional(boolean) }),
  shut: object({ conversation: idShape }),
  /** Asks for the part of an open conversation that ends before a sequence number. */
  earlier: object({ conversation: idShape, before: integer(1) }),
  /** Asks for what comes after a sequence number: after a gap, or to read on. */
  sync: object({ conversation: idShape, after: integer(0) }),
  /** "Request Chat": invites a visitor, with an optional first sentence. */
  invite: object({ id: idShape, site: idShape, visitor: integer(1), text: optional(string(HARD.text)) }),
  /** Takes an invitation back. */
  withdraw: object({ id: idShape, site: idShape, visitor: integer(1) }),
  accept: object({ id: idShape, conversation: idShape }),
  /** Does not want the request that is offered: the next operator is asked. */
  decline: object({ id: idShape, conversation: idShape }),
  send: object({ id: idShape, conversation: idShape, draft: draftShape }),
  /** Changes a message of one's own: its text, or its HTML. */
  edit: object({ id: idShape, conversation: idShape, seq: integer(1), draft: draftShape }),
  /** Takes a message of one's own back. */
  delete: object({ id: idShape, conversation: idShape, seq: integer(1) }),
  /** Takes a colleague's chat. `from`: who had it on the screen; when it has gone to somebody else meanwhile, that is told instead. */
  "take-over": object({ id: idShape, conversation: idShape, from: idShape }),
  /** To write in a colleague's chat as well. */
  join: object({ id: idShape, conversation: idShape }),
  "step-out": object({ id: idShape, conversation: idShape }),
  /** Offers one's chat to a colleague, or to a department; one of the two is there. It stays one's own until somebody accepts. */
  transfer: object({
    id: idShape,
    conversation: idShape,
    to: optional(idShape),
    department: optional(idShape),
    /** For the colleague; no visitor ever gets it. */
    word: optional(string(HARD.text)),
  }),
  /** `accepted`, `handed-back`: by whom it is offered to; `withdrawn`: by who offered it. */
  "transfer-answer": object({
    id: idShape,
    conversation: idShape,
    answer: oneOf("accepted", "handed-back", "withdrawn"),
  }),
  /** Which chat is in front in this window; none without `conversation`. Told after each `welcome` and when it changes. */
  viewing: object({ conversation: optional(idShape) }),
  /** Asks for the colleagues as they are now, with their numbers of chats; answered by `colleagues`. */
  colleagues: object({}),
  typing: object({ conversation: idShape, typing: boolean }),
  mark: object({ conversation: idShape, delivered: integer(0), seen: integer(0) }),
  end: object({ id: idShape, conversation: idShape }),
  /** Adds a client note. */
  note: object({ id: idShape, site: idShape, visitor: integer(1), text: string(HARD.text, 1) }),
  /** Looks up the name of a visitor's address; it comes with the row, to everybody. */
  resolve: object({ id: idShape, site: idShape, visitor: integer(1) }),
  /** Sets one's own remark on a visitor; an empty text takes it away. */
  remark: object({ id: idShape, site: idShape, visitor: integer(1), text: string(HARD.remark) }),
  /** Keeps a visitor who is here out of the site, by number, by address or by both; `forMs` missing: for good. */
  ban: object({
    id: idShape,
    site: idShape,
    visitor: integer(1),
    by: oneOf("visitor", "address", "both"),
    /** For the colleagues. */
    reason: optional(string(HARD.title)),
    forMs: optional(integer(60_000)),
  }),
  status: object({ id: idShape, status: oneOf("online", "away") }),
  /**
   * Whether nobody has touched this window for as long as the operator set; told after each `welcome` and when it changes. When no window
   * is touched the operator is away. `back`: one that was away so is to be online again.
   */
  idle: object({ idle: boolean, back: boolean }),
  /** Says something to a colleague, who need not be there. */
  say: object({ id: idShape, to: idShape, text: string(HARD.text, 1) }),
  /** Asks for what was said with a colleague after a number; after 0 for the last part. What comes then comes by itself. */
  "talk-open": object({ with: idShape, after: integer(0) }),
  /** Asks for the part that ends before a number. */
  "talk-earlier": object({ with: idShape, before: integer(1) }),
  "talk-mark": object({ with: idShape, delivered: integer(0), seen: integer(0) }),
  "talk-typing": object({ with: idShape, typing: boolean }),
  ping: object({}),
});
export type FromOperator = TypeOf<typeof fromOperatorShape>;
