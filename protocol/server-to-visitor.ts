import { HARD, limitsShape } from "./limits.ts";
import { visitorLookShape } from "./look.ts";
import { conversationStatusShape, idShape, marksShape, messageShape, refusalCodeShape } from "./message.ts";
import { boolean, integer, list, object, oneOf, optional, string, taggedUnion, type TypeOf } from "./shape.ts";

const visitorConversationShape = object({
  id: idShape,
  status: conversationStatusShape,
  /** The operator's screen name, once one has accepted. */
  operator: optional(string(HARD.name)),
  /** Screen names of those who have joined. */
  others: optional(list(string(HARD.name), HARD.rows)),
  lastSeq: integer(0),
  /** How far the operator has got. */
  theirs: marksShape,
  /** How far the visitor has got, in any tab. */
  mine: marksShape,
});
/** A conversation as its visitor sees it. */
export type VisitorConversation = TypeOf<typeof visitorConversationShape>;

const invitationShape = object({ id: idShape, operator: string(HARD.name), text: string(HARD.text) });
export type Invitation = TypeOf<typeof invitationShape>;

const openDepartmentShape = object({ id: idShape, name: string(HARD.name), online: boolean });
/** A department as a visitor sees it. */
export type OpenDepartment = TypeOf<typeof openDepartmentShape>;

/** Everything the server may say to a visitor's widget. */
export const toVisitorShape = taggedUnion("type", {
  welcome: object({
    version: integer(1),
    token: string(HARD.token),
    visitor: integer(1),
    limits: limitsShape,
    /** `typingPreviews`: operators see what is being written before it is sent, and the widget has to say so. */
    site: object({ name: string(HARD.name), typingPreviews: optional(boolean) }),
    /** True while an operator is there to answer. */
    online: boolean,
    /** Where there are several, the visitor may choose whom to ask. */
    departments: optional(list(openDepartmentShape, HARD.rows)),
    /** How the widget is to look; missing when the widget has the right one already. */
    look: optional(visitorLookShape),
    /** The live conversation, or the one that was asked for in `resume`. Its messages follow. */
    conversation: optional(visitorConversationShape),
    invitation: optional(invitationShape),
  }),
  /** Somebody is there to answer, or nobody any more: at the site, and in each department. */
  online: object({ online: boolean, departments: optional(list(openDepartmentShape, HARD.rows)) }),
  /** A conversation began or changed. */
  conversation: object({ conversation: visitorConversationShape }),
  /** Messages in order. `more`: there are further ones, to be asked for with `sync`. */
  /** The place of the visitor's request in its queue, from 1, whenever it changes and after `welcome`; without one it is in no queue (any more). */
  queue: object({ conversation: idShape, place: optional(integer(1)) }),
  messages: object({ conversation: idShape, messages: list(messageShape, HARD.messages), more: boolean }),
  marks: object({ conversation: idShape, theirs: marksShape, mine: marksShape }),
  /** `operator`: the screen name of who types. */
  typing: object({ conversation: idShape, typing: boolean, operator: optional(string(HARD.name)) }),
  /** Sent only to the tab last looked at: open this page here, now. */
  navigate: object({ conversation: idShape, seq: integer(1), url: string(HARD.url) }),
  invitation: object({ invitation: invitationShape }),
  /** Take the invitation down: answered in another tab, withdrawn, expired, or a chat has begun. */
  "invitation-over": object({ invitation: idShape, why: oneOf("accepted", "declined", "expired", "withdrawn") }),
  /** It is on disk. `seq` and `at` for what became a message. */
  ack: object({ id: idShape, conversation: optional(idShape), seq: optional(integer(1)), at: optional(integer(0)) }),
  /** It was not done, and nothing changed. Without an `id`, the message could not be read. */
  refused: object({ id: optional(idShape), code: refusalCodeShape, sentence: string(1_000) }),
  pong: object({}),
});
export type ToVisitor = TypeOf<typeof toVisitorShape>;
