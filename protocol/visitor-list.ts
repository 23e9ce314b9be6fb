import { HARD } from "./limits.ts";
import { idShape } from "./message.ts";
import { boolean, integer, list, object, oneOf, optional, string, taggedUnion, type TypeOf } from "./shape.ts";

const visitorStatusShape = oneOf("online", "invited", "requesting", "chatting");
export type VisitorStatus = TypeOf<typeof visitorStatusShape>;

/** One line of the visitor list. Times are the server's, milliseconds since 1970; the console counts them up by itself. */
export const visitorRowShape = object({
  /** The visitor's number, the list's ID column; the same at every visit. */
  visitor: integer(1),
  status: visitorStatusShape,
  name: optional(string(HARD.name)),
  /** What the operator who looks has written about the visitor; no other operator has it. */
  remark: optional(string(HARD.remark)),
  /** Client IP. */
  address: string(45),
  hostName: optional(string(253)),
  /** ISO 3166-1 alpha-2; `countryGuessed` when it comes from the time zone. */
  country: optional(string(2)),
  countryGuessed: optional(boolean),
  url: string(HARD.url),
  title: string(HARD.title),
  /** Since when on this page. */
  pageAt: integer(0),
  arrivedAt: integer(0),
  pages: integer(1),
  tabs: integer(0),
  /** Which visit this is; 1 = the first. */
  visits: integer(1),
  /** Referrer of the visit's first page; empty = direct. */
  cameFrom: string(HARD.url),
  browser: string(60),
  device: string(60),
  language: string(35),
  timeZone: string(64),
  /** Since when requesting. */
  requestedAt: optional(integer(0)),
  /** The live conversation. */
  conversation: optional(idShape),
  /** Screen name of the operator who chats with, or invited, the visitor, or whom the request is offered to. */
  operator: optional(string(HARD.name)),
  /** Whether an invitation is on the visitor's screen yet. */
  invitation: optional(oneOf("sent", "shown")),
  /** What the address of the visit's first page says of a campaign: `utm_source=news&utm_campaign=spring`. */
  campaign: optional(string(HARD.title)),
});
export type VisitorRow = TypeOf<typeof visitorRowShape>;

/** A row that the window has, of a visitor who is on another page and otherwise as before: most of what happens in a shop. */
export const movedShape = object({
  visitor: integer(1),
  url: string(HARD.url),
  title: string(HARD.title),
  pageAt: integer(0),
  pages: integer(1),
  tabs: integer(0),
});
export type MovedRow = TypeOf<typeof movedShape>;

const sortColumnShape = oneOf(
  "visitor",
  "status",
  "address",
  "location",
  "arrived",
  "pages",
  "cameFrom",
  "operator",
  "country",
  "browser",
  "device",
  "language",
  "visits",
  "campaign",
);
export type SortColumn = TypeOf<typeof sortColumnShape>;

const has = object({ has: string(200, 1), not: optional(boolean) });
const least = object({ least: integer(1, 1_000_000), not: optional(boolean) });

/** What a filter may ask besides its text; `not`: the contrary is asked. Texts are found anywhere, whatever the case. */
const conditionShape = taggedUnion("if", {
  /** The address or the title of the page. */
  page: has,
  "came-from": has,
  /** What the address of the visit's first page says of a campaign. */
  campaign: has,
  browser: has,
  device: has,
  language: has,
  /** ISO 3166-1 alpha-2, one of them. */
  country: object({ of: list(string(2, 2), 50), not: optional(boolean) }),
  /** One that the site's script gives. */
  attribute: object({ name: string(HARD.attributeName, 1), has: string(200), not: optional(boolean) }),
  pages: least,
  visits: least,
  /** Has had a chat before that an operator accepted and that is over. */
  chatted: object({ not: optional(boolean) }),
  /** On the site for at least so long. */
  "here-for": object({ minutes: integer(0, 10_000), not: optional(boolean) }),
});
export type Condition = TypeOf<typeof conditionShape>;

export const filterShape = object({
  /** Matches any column's text and the operator's own remarks, whatever the case. */
  text: string(200),
  /** Empty = all. */
  statuses: list(visitorStatusShape, 4),
  /** All must hold. */
  where: optional(list(conditionShape, HARD.conditions)),
});
export type ListFilter = TypeOf<typeof filterShape>;

/** The part of the list that an operator's screen shows, with a margin for scrolling. */
export const windowShape = object({
  site: idShape,
  filter: filterShape,
  /** Requesting visitors stand first whatever the sort. */
  sort: object({ by: sortColumnShape, descending: boolean }),
  first: integer(0),
  count: integer(0, HARD.rows),
  /** The host names of those in it are wanted; they come with the rows, to this window alone, where `welcome` says that they may. */
  hostNames: optional(boolean),
  /** Whoever asks knows `moved`; without, every row that has changed comes whole. */
  moved: optional(boolean),
});
export type ListWindow = TypeOf<typeof windowShape>;

/** How many visitors the site has in each status, whatever the filter. */
export const countsShape = object({
  online: integer(0),
  invited: integer(0),
  requesting: integer(0),
  chatting: integer(0),
  /** Since when the longest-waiting request waits. */
  waitingSince: optional(integer(0)),
});
export type Counts = TypeOf<typeof countsShape>;
