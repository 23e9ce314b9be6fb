import { integer, object, optional, type TypeOf } from "./shape.ts";

/**
 * The bounds a client is told in `welcome`, so that it can say "too long" before it sends. Lengths count UTF-16 code units.
 */
export const limitsShape = object({
  /** A chat message, note or first sentence of an invitation. */
  textLength: integer(1),
  /** An operator's remark on a visitor. */
  remarkLength: optional(integer(1)),
  /** How many of an operator's saved filters are counted. */
  savedFilters: optional(integer(1)),
  /** A pushed URL. */
  urlLength: integer(1),
  /** For so long an operator's own message can be edited and deleted; 0 = never. To operators. */
  editMs: optional(integer(0)),
  /** One frame on the line, in bytes. */
  frameBytes: integer(1),
  /** The server speaks at least this often (a ping when there is nothing else); silence for twice as long is a dead line. */
  heartbeatMs: integer(1),
});
export type Limits = TypeOf<typeof limitsShape>;

/** What no message may exceed whatever the configuration says; the shapes check these, the gateway checks the configured bounds. */
export const HARD = {
  id: 64,
  text: 20_000,
  url: 4_096,
  title: 300,
  name: 120,
  remark: 200,
  preference: 60_000, // with its name and the JSON around it, within the default bound of a request's body
  email: 254, // RFC 5321 § 4.5.3.1.3 leaves 254 for the address
  token: 200,
  attributes: 20,
  attributeName: 40,
  attributeValue: 200,
  rows: 500,
  pages: 200,
  filters: 100,
  conditions: 10,
  messages: 500,
  nodes: 2_000,
} as const;
