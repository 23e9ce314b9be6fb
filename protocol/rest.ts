import type { OperatorConversation } from "./server-to-operator.ts";

/**
 * What the console's HTTP requests carry, under /api/v1. Bodies are JSON; a refusal is `{ code, sentence }` with a 4xx status.
 * The server checks the requests with schemas of its own that must fit these types.
 */

import type { SiteLook } from "./look.ts";

export type Role = "owner" | "administrator" | "supervisor" | "operator";

export interface Me {
  id: string;
  login: string;
  name: string;
  role: Role;
  account: string;
  /** Ids of their departments. */
  departments?: string[];
}

/** GET /state: what the console shows first. */
export interface ServerState {
  /** True until the owner's account has been made. */
  needsSetUp: boolean;
  me?: Me;
  version: string;
}

/** POST /set-up: redeems the one-time link, makes the owner and the first site, signs in. Answers `{ me, site }`. */
export interface SetUpRequest {
  ticket: string;
  account: string;
  login: string;
  name: string;
  password: string;
  site: { name: string; origins: string[] };
}

/** POST /session: signs in; answers `{ me }`. DELETE /session signs out; DELETE /sessions signs out everywhere. */
export interface SignInRequest {
  login: string;
  password: string;
}

/** PUT /me/password: ends every other session. */
export interface ChangePasswordRequest {
  current: string;
  next: string;
}

/** GET /sites, POST /sites, PATCH /sites/:id */
export interface Site {
  id: string;
  /** In the script tag; public. */
  key: string;
  name: string;
  /** Where the widget may run, as `https://host[:port]`. */
  origins: string[];
  /** Operators see what visitors write before it is sent; the widget says so to the visitors. */
  typingPreviews: boolean;
  /** How the widget looks; missing = as it comes. */
  look?: SiteLook;
}
export type SiteRequest = Pick<Site, "name" | "origins"> & Partial<Pick<Site, "typingPreviews">>;
/** PATCH /sites/ID: what is missing stays as it is. */
export type SiteChangeRequest = Partial<Pick<Site, "name" | "origins" | "typingPreviews" | "look">>;

/**
 * GET /departments: all of them. POST /departments, PATCH /departments/:id, DELETE /departments/:id: owner and administrators only.
 */
export interface Department {
  id: string;
  name: string;
  /** Ids. */
  sites: string[] | "all";
  /** Without them it never closes. */
  hours?: Hours;
  queue: QueueRule;
}
export type DepartmentRequest = Omit<Department, "id">;

export interface Hours {
  /** IANA name. */
  timeZone: string;
  /** Seven, from Monday on: the open spans of each day, in minutes from its midnight. */
  days: { from: number; to: number }[][];
}

/**
 * GET /operators. The rest is the owner's and the administrators': PATCH /operators/:id changes one, PUT /operators/:id/suspended
 * `{ suspended }` shuts one out or takes them back, POST /operators/:id/reset makes a one-time link for a new password.
 */
export interface OperatorEntry {
  id: string;
  login: string;
  name: string;
  role: Role;
  /** Ids. The owner's and administrators' reach is every site, whatever stands here. */
  sites: string[] | "all";
  /** Ids. */
  departments: string[];
  createdAt: number;
  /** Since when they cannot sign in. */
  suspendedAt?: number;
}
export type OperatorRequest = Pick<OperatorEntry, "name" | "role" | "sites" | "departments">;

/** POST /operators/tickets: a one-time link for a new colleague, `/console/#/join/TICKET`. */
export interface TicketRequest {
  role: Exclude<Role, "owner">;
  /** By default all. */
  sites?: string[] | "all";
  /** By default none. */
  departments?: string[];
}
export interface Ticket {
  ticket: string;
  link: string;
  expiresAt: number;
}
/** POST /join: redeems it; signs in; answers `{ me }`. */
export interface JoinRequest {
  ticket: string;
  login: string;
  name: string;
  password: string;
}
/** POST /reset: redeems a link for a new password, ends every session, signs in; answers `{ me }`. */
export interface ResetRequest {
  ticket: string;
  password: string;
}

/** GET /bans: those in force on one's sites, newest first. POST /bans adds one; DELETE /bans/:id lifts it. Supervisors and above. */
export interface Ban {
  id: string;
  site: string;
  visitor?: number;
  address?: string;
  reason: string;
  /** Screen name. */
  by: string;
  createdAt: number;
  /** Without it: for good. */
  expiresAt?: number;
}
export type BanRequest = Pick<Ban, "site" | "visitor" | "address" | "reason"> & { forMs?: number };

/**
 * GET /retention, PUT /retention `RetentionRules`: how many days things are kept; what is missing is kept for good. GET
 * /retention/count?chats=&notes=&left=: how much such rules would remove. Owner and administrators only.
 */
export interface RetentionRules {
  chats?: number;
  notes?: number;
  left?: number;
}
export interface RetentionState {
  rules: RetentionRules;
  /** How much is older than that now. */
  old: Required<RetentionRules>;
}

/** GET /left-messages?site=&before=: newest first, 50 at a time. PUT /left-messages/:conversation `{ settled }`. */
export interface LeftMessage {
  conversation: string;
  site: string;
  visitor: number;
  name: string;
  email: string;
  text: string;
  at: number;
  /** When an operator marked it as answered. */
  settledAt?: number;
}

/**
 * GET /history?words=&site=&operator=&department=&outcome=&from=&to=&before=: every conversation there has been, the last request first;
 * all of it optional. `words`: `"these together"` and any others, each of which must be there or be the beginning of a word; or `#10001`.
 * GET /history/export?format=ndjson|csv and the same: all of it as a file; from supervisors up.
 */
export interface HistoryPage {
  found: HistoryEntry[];
  /** There may be more: ask with it as `before`. A page may be short, or empty, and yet have a next one. */
  next?: number;
}
export interface HistoryEntry {
  conversation: OperatorConversation;
  /** From the message that has the words, or the first that says anything; or the visitor's name. */
  snippet: { text: string; isHit?: true }[];
  /** Of that message. */
  seq?: number;
}
export type Outcome = "live" | "answered" | "missed" | "left";

/**
 * GET /canned: one's own, those shared by all and by one's departments. POST /canned `{ items }` adds all or none and answers them, PATCH /canned/:id changes
 * one, DELETE /canned/:id removes one, POST /canned/:id/uses counts that it was put into a chat.
 */
export interface CannedItem {
  id: string;
  kind: "message" | "url";
  /** By all operators or those of a department; otherwise it is one's own. */
  shared: boolean;
  /** Of what is shared: by those of this department; without one by all. Supervisors may change it, what is by all only administrators. */
  department?: string;
  /** Empty = in none. */
  folder: string;
  title: string;
  /** May hold variables such as `{visitor.name|there}`. */
  text: string;
  uses: number;
}
export type CannedWords = Pick<CannedItem, "folder" | "title" | "text">;
export type CannedWish = CannedWords & Pick<CannedItem, "kind" | "shared" | "department">;

/**
 * GET /me/preferences: all of one's own, by name. PUT /me/preferences/:name sets one; the operator's windows are told on the line. Names
 * are made of small letters, digits, dots and hyphens.
 */
export interface PreferenceRequest {
  /** Any JSON. */
  value: unknown;
}

/** GET /me/push: whether this browser is called while no window of the operator is open (Web Push). DELETE /me/push ends it. */
export interface PushState {
  /** By which the browser knows the server (VAPID, base64url). Missing: the server calls nobody. */
  publicKey?: string;
  subscribed: boolean;
}
/** PUT /me/push: where this session's browser is called, as its `PushSubscription.toJSON()` has it. It ends with the session. */
export interface PushRequest {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  /** Of the notifications: BCP 47. */
  language: string;
}

/** GET /me/words: the operator's own dictionary, oldest first. POST /me/words adds one, DELETE /me/words/:word takes one out. */
export interface OwnWord {
  word: string;
}

/**
 * GET /dictionaries: those that were added. PUT /dictionaries/:language `{ aff, dic }` adds one, in the place of the one for the same
 * language; DELETE /dictionaries/:id takes one out: owner and administrators. GET /dictionaries/:id/aff and .../dic are its files.
 */
export interface DictionaryEntry {
  /** New with each upload. */
  id: string;
  /** BCP 47: `de`, `pt-BR`. */
  language: string;
  /** What the two files hold together, characters. */
  size: number;
  addedAt: number;
}
/**
 * GET /sounds: those that all operators can choose for their alerts. POST /sounds adds one, DELETE /sounds/:id takes one out: owner and
 * administrators. GET /sounds/:id/data is the file.
 */
export interface SoundEntry {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  addedAt: number;
}
export interface SoundRequest {
  name: string;
  /** Media type: MP3, MP4, AAC, Ogg, WAV, WebM or FLAC. */
  type: string;
  /** The file in base64. */
  data: string;
}

/** The two files of a Hunspell dictionary, as text in UTF-8 (`SET UTF-8` in the .aff, or no SET at all). */
export interface DictionaryRequest {
  aff: string;
  dic: string;
}

/** GET /queue, PUT /queue: how requests without a department are handed out. Changed by the owner and administrators. */
export interface QueueRule {
  /** `off`: whoever comes first takes a request. Otherwise it is offered to one operator at a time. */
  rule: "off" | "least-busy" | "longest-idle" | "in-turn";
  /** An operator who has so many chats is offered no more. */
  mostChats: number;
  /** How long an offer stands, in milliseconds. */
  answerMs: number;
}

export interface Refusal {
  code: string;
  sentence: string;
}
