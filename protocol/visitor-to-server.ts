import { HARD } from "./limits.ts";
import { idShape, pushResultShape } from "./message.ts";
import {
  boolean,
  cut,
  dictionary,
  integer,
  nearest,
  object,
  oneOf,
  optional,
  string,
  taggedUnion,
  type TypeOf,
} from "./shape.ts";

/** What the shop's own script says of its visitor: names and values, for operators to read. */
export const attributesShape = dictionary(string(HARD.attributeValue), {
  name: HARD.attributeName,
  entries: HARD.attributes,
});
export type Attributes = TypeOf<typeof attributesShape>;

const pageShape = object({ url: string(HARD.url, 1), title: cut(HARD.title) });
export type Page = TypeOf<typeof pageShape>;

/** Everything a visitor's widget may say. `hello` comes first, once, and nothing else before `welcome` is there. */
export const fromVisitorShape = taggedUnion("type", {
  hello: object({
    version: integer(1),
    /** The site's key, from the script tag. */
    site: string(HARD.id, 1),
    /** What an earlier `welcome` gave; it says who this is. Missing at the first visit, and replaced if it is not genuine. */
    token: optional(string(HARD.token)),
    /** One for each tab, kept while the tab lives (session storage), so that a page change is not a second tab. */
    tab: idShape,
    page: pageShape,
    /** True while the tab is visible. */
    looking: boolean,
    /** The visit so far, as the widget remembers it; used when the server does not know the visitor (yet, or after a restart). */
    visit: object({
      /** 1 for the first visit ever. */
      count: nearest(1, 1_000_000),
      elapsedMs: nearest(0, 7 * 24 * 3_600_000),
      pages: nearest(1, 1_000_000),
      /** Referrer of the visit's first page; empty = direct. */
      cameFrom: cut(HARD.url),
    }),
    language: cut(35),
    timeZone: cut(64),
    /** The languages that the page and the visitor want, the preferred one first, with commas between them: for the widget's words. */
    languages: optional(cut(120)),
    /** The `id` of the look that the widget remembers. */
    look: optional(string(HARD.id)),
    attributes: optional(attributesShape),
    name: optional(string(HARD.name)),
    email: optional(string(HARD.email)),
    /** The conversation the widget shows, and the last sequence number it has of it. */
    resume: optional(object({ conversation: idShape, after: integer(0) })),
  }),
  /** What the shop's script has to say of the visitor; what is missing stays as it was. */
  about: object({
    name: optional(string(HARD.name)),
    email: optional(string(HARD.email)),
    attributes: optional(attributesShape),
  }),
  /** The tab moved to another page without a new document. */
  page: object({ page: pageShape }),
  looking: object({ looking: boolean }),
  /** The page is being left (`pagehide`). */
  bye: object({}),
  /**
   * A chat message. Without a live conversation it requests one. `conversation` names the one it was written for, so that
   * a message sent again after its conversation has ended does not open a new one. Acknowledged.
   */
  /** `text`: what is being written, only where the site has previews (`welcome.site.typingPreviews`) and says so to the visitor. Never kept. */
  typing: object({ conversation: idShape, typing: boolean, text: optional(string(HARD.text)) }),
  send: object({
    id: idShape,
    conversation: optional(idShape),
    text: string(HARD.text, 1),
    /** False: the acknowledgement tells this tab all it needs, and the message is sent back to the visitor's other tabs only. */
    echo: optional(boolean),
    /** Whom it is for, where it requests a conversation: one of `welcome.departments`. */
    department: optional(idShape),
  }),
  /** How far this visitor has got; only ever grows. */
  mark: object({ conversation: idShape, delivered: integer(0), seen: integer(0) }),
  /** Asks for everything after a sequence number: after a gap, or to read on. */
  sync: object({ conversation: idShape, after: integer(0) }),
  /** What became of an invitation. `accepted` turns it into a request. Acknowledged. */
  invitation: object({ id: idShape, invitation: idShape, answer: oneOf("shown", "accepted", "declined") }),
  /** What became of a pushed URL. Acknowledged. */
  pushed: object({ id: idShape, conversation: idShape, seq: integer(1), result: pushResultShape }),
  /** Ends the chat. Acknowledged. */
  end: object({ id: idShape, conversation: idShape }),
  /** A message for when nobody is online. Acknowledged. */
  leave: object({
    id: idShape,
    name: string(HARD.name, 1),
    email: string(HARD.email, 3),
    text: string(HARD.text, 1),
    department: optional(idShape),
  }),
  /** "Are you there?" from a client that has heard nothing for a while; answered by `pong`. */
  ping: object({}),
});
export type FromVisitor = TypeOf<typeof fromVisitorShape>;
