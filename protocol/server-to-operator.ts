import { HARD, limitsShape } from "./limits.ts";
import {
  conversationStatusShape,
  departmentShape,
  idShape,
  marksShape,
  messageShape,
  refusalCodeShape,
} from "./message.ts";
import { boolean, integer, json, list, object, oneOf, optional, string, taggedUnion, type TypeOf } from "./shape.ts";
import { attributesShape } from "./visitor-to-server.ts";
import { countsShape, movedShape, visitorRowShape } from "./visitor-list.ts";

const personShape = object({ id: idShape, name: string(HARD.name) });
/** An operator, as conversations name one. */
export type Person = TypeOf<typeof personShape>;

const transferShape = object({
  from: personShape,
  /** Offered to this colleague … */
  to: optional(personShape),
  /** … or to whoever of this department is first. */
  department: optional(object({ id: idShape, name: string(HARD.name) })),
  word: string(HARD.text),
  at: integer(0),
});
/** A chat that is offered to a colleague; until it is accepted it stays with `from`. */
export type Transfer = TypeOf<typeof transferShape>;

/**
 * How a request stands under queueing. `waits`: nobody is free. `offered`: exactly one operator holds it, until then. `open`: it
 * has gone round often enough, and calls everybody.
 */
export const queueStateShape = taggedUnion("kind", {
  waits: object({}),
  offered: object({ to: personShape, since: integer(0), until: integer(0) }),
  open: object({}),
});
export type QueueState = TypeOf<typeof queueStateShape>;

const operatorConversationShape = object({
  id: idShape,
  site: idShape,
  visitor: integer(1),
  /** The visitor's name, when given. */
  visitorName: optional(string(HARD.name)),
  visitorEmail: optional(string(HARD.email)),
  status: conversationStatusShape,
  /** The operator who has it: accepted it, took it over, or got it from a colleague. */
  operator: optional(personShape),
  /** Who has joined and may write as well. */
  others: optional(list(personShape, HARD.rows)),
  /** While it is offered to a colleague. */
  transfer: optional(transferShape),
  /** Of a request; missing where queueing is off for it. */
  queue: optional(queueStateShape),
  /** Id of the department it was asked for. */
  department: optional(idShape),
  requestedAt: integer(0),
  /** When it was last taken from somebody who was gone, since when the visitor waits again. */
  releasedAt: optional(integer(0)),
  acceptedAt: optional(integer(0)),
  endedAt: optional(integer(0)),
  lastSeq: integer(0),
  /** How far the visitor has got. */
  visitorMarks: marksShape,
  /** How far the operator has got, in any window. */
  operatorMarks: marksShape,
});
/** A conversation as operators see it. */
export type OperatorConversation = TypeOf<typeof operatorConversationShape>;

const noteShape = object({
  id: idShape,
  visitor: integer(1),
  author: string(HARD.name),
  at: integer(0),
  text: string(HARD.text),
});
export type Note = TypeOf<typeof noteShape>;

const colleagueShape = object({
  id: idShape,
  /** Operator ID, the name to sign in with. */
  login: string(HARD.name),
  /** Screen name. */
  name: string(HARD.name),
  status: oneOf("online", "away", "offline"),
  /** Ids of their departments. */
  departments: optional(list(idShape, HARD.rows)),
  /** Ids of their sites; without, all. */
  sites: optional(list(idShape, HARD.rows)),
  /** How many chats they have just now; true when it is asked for with `colleagues`. */
  chats: optional(integer(0)),
});
export type Colleague = TypeOf<typeof colleagueShape>;

const talkShape = object({
  /** The colleague's id. */
  with: idShape,
  lastSeq: integer(0),
  /** When the last message came. */
  lastAt: integer(0),
  /** How far the operator has got, in any window; what was not seen is the colleague's. */
  mine: marksShape,
  theirs: marksShape,
});
/** What this operator and a colleague write to each other. */
export type Talk = TypeOf<typeof talkShape>;

export const toOperatorShape = taggedUnion("type", {
  welcome: object({
    version: integer(1),
    operator: object({
      id: idShape,
      login: string(HARD.name),
      name: string(HARD.name),
      role: string(20),
      /** Ids of one's own departments. */
      departments: optional(list(idShape, HARD.rows)),
    }),
    account: string(HARD.name),
    /** Names the console that the server has; a window that was greeted with another name shows an old one. */
    build: optional(string(HARD.id)),
    status: oneOf("online", "away"),
    /** True: away because no window was touched. */
    byItself: optional(boolean),
    /** Away because so many offers in a row ran out. */
    unanswered: optional(integer(1)),
    /** Whether a `window` may ask for host names. */
    hostNames: optional(boolean),
    limits: limitsShape,
    /** Those that the operator works for. */
    sites: list(object({ id: idShape, name: string(HARD.name), key: string(HARD.id) }), HARD.rows),
    departments: optional(list(departmentShape, HARD.rows)),
    colleagues: list(colleagueShape, HARD.rows),
    /** The live conversations of this operator, and every one that waits. */
    conversations: list(operatorConversationShape, HARD.rows),
    /** With colleagues; those last written in. */
    talks: optional(list(talkShape, HARD.rows)),
    /** The server's clock, so that waiting times count right on a console whose own is wrong. */
    now: integer(0),
  }),
  /**
   * The window, or what changed in it: `rows` are those that are new or differ, `order` (when it changed, and always at first) names
   * the window's rows from top to bottom. A row that `order` does not name is to be forgotten. `window` echoes the window this answers.
   */
  rows: object({
    window: object({ first: integer(0), count: integer(0) }),
    /** Rows that pass the filter, in all. */
    total: integer(0),
    counts: countsShape,
    order: optional(list(integer(1), HARD.rows)),
    rows: list(visitorRowShape, HARD.rows),
    /** Rows of which only the page differs; where the window asks for it. */
    moved: optional(list(movedShape, HARD.rows)),
    /** True for the first frame after `window`: forget what was there before. */
    fresh: boolean,
  }),
  /** How many pass each filter of the last `count`, in its order. */
  counted: object({ site: idShape, totals: list(integer(0), HARD.filters) }),
  /** A watched visitor's row; without one the visitor has gone. */
  visitor: object({ site: idShape, visitor: integer(1), row: optional(visitorRowShape) }),
  /** More of a watched visitor, whenever it changes: the pages of this visit, oldest first, with the time of coming to each. */
  details: object({
    site: idShape,
    visitor: integer(1),
    email: optional(string(HARD.email)),
    /** What the shop's own script says of the visitor: data, by name. */
    attributes: optional(attributesShape),
    pages: list(object({ url: string(HARD.url), title: string(HARD.title), at: integer(0) }), HARD.pages),
  }),
  /** What the shop remembers of a watched visitor; sent once after `watch`. */
  remembered: object({
    site: idShape,
    visitor: integer(1),
    notes: list(noteShape, HARD.rows),
    /** One's own. */
    remark: optional(string(HARD.remark)),
    conversations: list(operatorConversationShape, HARD.rows),
  }),
  /** A conversation began or changed: sent to every operator of the site and department. */
  conversation: object({ conversation: operatorConversationShape }),
  /** A request is offered, taken back, open to everybody, or waits; without `queue`, queueing is off for it from now on. */
  queue: object({ conversation: idShape, queue: optional(queueStateShape) }),
  /** On which sites requests are offered in turn; told after `welcome`, and when it changes. */
  queueing: object({ sites: list(idShape, HARD.rows) }),
  /** `hasEarlier`, in the answers to `open` with `latest` and to `earlier`: whether there is anything before the first of these. */
  messages: object({
    conversation: idShape,
    messages: list(messageShape, HARD.messages),
    more: boolean,
    hasEarlier: optional(boolean),
  }),
  marks: object({ conversation: idShape, visitorMarks: marksShape, operatorMarks: marksShape }),
  /**
   * The visitor types, or not. `text`: what is being written, only where the site has previews. With `operator` it is a colleague who types.
   */
  typing: object({
    conversation: idShape,
    typing: boolean,
    text: optional(string(HARD.text)),
    operator: optional(personShape),
  }),
  /** Who has this chat in front, in any window; oneself is among them. Told on `open`, and when it changes. */
  viewers: object({ conversation: idShape, viewers: list(personShape, HARD.rows) }),
  /** What became of an invitation of one's own. */
  invitation: object({
    site: idShape,
    visitor: integer(1),
    outcome: oneOf("shown", "accepted", "declined", "expired", "withdrawn", "gone"),
  }),
  /** A note was added: sent to every operator of the site. */
  note: object({ site: idShape, note: noteShape }),
  /** One's own remark on a visitor was set, in this window or another; an empty text: taken away. */
  remark: object({ site: idShape, visitor: integer(1), text: string(HARD.remark) }),
  /** One of one's own preferences was changed, in this window or another. */
  preference: object({ name: string(HARD.id), value: json(HARD.preference) }),
  /** How hard-pressed the server is; told when it changes, and after `welcome` unless it is `normal`. */
  load: object({ level: oneOf("normal", "busy", "overloaded") }),
  colleagues: object({ colleagues: list(colleagueShape, HARD.rows) }),
  sites: object({ sites: list(object({ id: idShape, name: string(HARD.name), key: string(HARD.id) }), HARD.rows) }),
  departments: object({ departments: list(departmentShape, HARD.rows) }),
  /** Canned messages or URLs changed; what there is now is asked for over HTTP. */
  canned: object({}),
  /** The sounds that all can choose have changed; what there is now is asked for over HTTP. */
  sounds: object({}),
  /** One's own words or the dictionaries changed; what there is now is asked for over HTTP. */
  spelling: object({}),
  /** The operator's own status, when another window changed it, nobody touched any (then it came `byItself`), or so many offers were `unanswered` in a row. */
  status: object({ status: oneOf("online", "away"), byItself: optional(boolean), unanswered: optional(integer(1)) }),
  /** A talk with a colleague began or changed, e.g. how far one of the two has got. */
  talk: object({ talk: talkShape }),
  /** What was said with a colleague, new or asked for; a part that is read backwards (the last, or an earlier one) has `hasEarlier`. */
  "talk-messages": object({
    with: idShape,
    messages: list(messageShape, HARD.messages),
    more: boolean,
    hasEarlier: optional(boolean),
  }),
  /** The colleague types, or not. */
  "talk-typing": object({ with: idShape, typing: boolean }),
  ack: object({ id: idShape, conversation: optional(idShape), seq: optional(integer(1)), at: optional(integer(0)) }),
  /** `by`: the screen name of the operator who was first, when that is the reason. */
  refused: object({
    id: optional(idShape),
    code: refusalCodeShape,
    sentence: string(1_000),
    by: optional(string(HARD.name)),
  }),
  pong: object({}),
});
export type ToOperator = TypeOf<typeof toOperatorShape>;
