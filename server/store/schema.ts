import type { ConversationStatus } from "../../chat/conversation.ts";
import type { Role } from "../../chat/operator.ts";

/**
 * The tables, the same in every dialect: ids and JSON are text, times are milliseconds since 1970. The migrations make them,
 * so a change here needs a new one there.
 */
export interface Schema {
  conversation: ConversationTable;
  message: MessageTable;
  note: NoteTable;
  preference: PreferenceTable;
  canned: CannedTable;
  own_word: OwnWordTable;
  dictionary: DictionaryTable;
  sound: SoundTable;
  remark: RemarkTable;
  talk: TalkTable;
  talk_message: TalkMessageTable;
  site: SiteTable;
  operator: OperatorTable;
  ticket: TicketTable;
  session: SessionTable;
  department: DepartmentTable;
  ban: BanTable;
  push_subscription: PushSubscriptionTable;
  setting: { name: string; value: string };
  counter: { name: string; next: number };
  /** JSON: a list of `Arrival`, see `verbs/arrivals.ts`. */
  arrived: { number: number; arrivals: string };
  noted_words: { place: number; words: string };
  /** An index of words, with what SQLite calls FTS5. */
  message_words: { rowid: number; words: string };
  migration: { version: number; name: string; at: number };
}

export interface ConversationTable {
  id: string;
  /** Counts the requests of all sites, in their order; the history is read by it. */
  number: number;
  site: string;
  visitor: number;
  visitor_name: string | null;
  visitor_email: string | null;
  status: ConversationStatus;
  operator: string | null;
  operator_name: string | null;
  /** JSON: an array of `{ id, name }`. */
  others: string;
  /** JSON, while it is offered to a colleague; otherwise empty. */
  transfer: string;
  department: string | null;
  requested_at: number;
  released_at: number | null;
  accepted_at: number | null;
  ended_at: number | null;
  settled_at: number | null;
  last_seq: number;
  visitor_delivered: number;
  visitor_seen: number;
  operator_delivered: number;
  operator_seen: number;
}

export interface MessageTable {
  conversation: string;
  seq: number;
  id: string;
  author: "visitor" | "operator" | "system";
  /** The operator's id and the name the operator had then; only with the author `operator`. */
  operator: string | null;
  operator_name: string | null;
  at: number;
  /** JSON. */
  body: string;
}

export interface NoteTable {
  id: string;
  site: string;
  visitor: number;
  operator: string;
  operator_name: string;
  at: number;
  text: string;
}

export interface RemarkTable {
  operator: string;
  site: string;
  visitor: number;
  at: number;
  text: string;
}

export interface PreferenceTable {
  operator: string;
  name: string;
  /** JSON. */
  value: string;
}

/** What two operators write to each other; the lower id is the first. */
export interface TalkTable {
  first: string;
  second: string;
  last_seq: number;
  last_at: number;
  first_delivered: number;
  first_seen: number;
  second_delivered: number;
  second_seen: number;
}

export interface TalkMessageTable {
  first: string;
  second: string;
  seq: number;
  id: string;
  /** Who of the two wrote it, and the name the operator had then. */
  operator: string;
  operator_name: string;
  at: number;
  text: string;
}

export interface CannedTable {
  id: string;
  kind: "message" | "url";
  /** Null = shared. */
  operator: string | null;
  /** Of what is shared: null = by all. */
  department: string | null;
  folder: string;
  title: string;
  text: string;
  uses: number;
  created_at: number;
}

export interface OwnWordTable {
  operator: string;
  word: string;
  at: number;
}

export interface SoundTable {
  id: string;
  name: string;
  type: string;
  size: number;
  added_at: number;
  data: string;
}

export interface DictionaryTable {
  language: string;
  id: string;
  size: number;
  added_at: number;
  aff: string;
  dic: string;
}

export interface SiteTable {
  id: string;
  key: string;
  name: string;
  /** JSON: an array of strings. */
  origins: string;
  /** 0 or 1. */
  typing_previews: number;
  created_at: number;
  /** JSON: a `SiteLook`. */
  look: string | null;
}

export interface OperatorTable {
  id: string;
  login: string;
  /** The login in lower case, which is what must be unique. */
  login_folded: string;
  name: string;
  role: Role;
  password_hash: string;
  created_at: number;
  /** JSON: an array of ids, or "all". */
  sites: string;
  /** JSON: an array of ids. */
  departments: string;
  suspended_at: number | null;
}

export interface TicketTable {
  hash: string;
  role: Role;
  expires_at: number;
  /** JSON, as the operator's. */
  sites: string;
  departments: string;
  operator: string | null;
}

export interface BanTable {
  id: string;
  site: string;
  visitor: number | null;
  address: string | null;
  reason: string;
  operator: string;
  operator_name: string;
  created_at: number;
  expires_at: number | null;
}

export interface DepartmentTable {
  id: string;
  name: string;
  /** JSON: an array of ids, or "all". */
  sites: string;
  /** JSON; null = never closed. */
  hours: string | null;
  /** JSON. */
  queue: string;
  created_at: number;
}

export interface PushSubscriptionTable {
  session: string;
  operator: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  language: string;
  created_at: number;
}

export interface SessionTable {
  token_hash: string;
  operator: string;
  created_at: number;
  expires_at: number;
}
