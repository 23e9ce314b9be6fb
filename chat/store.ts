import type { Ban } from "./ban.ts";
import type { CannedItem, CannedWords } from "./canned.ts";
import type { Conversation, Marks, Person } from "./conversation.ts";
import type { HistoryPage, HistoryWish } from "./history.ts";
import type { Author, Message, MessageDraft, SaidBody } from "./message.ts";
import type { Dictionary, DictionaryFiles } from "./dictionary.ts";
import type { Preference } from "./preference.ts";
import type { Department, DepartmentWish } from "./department.ts";
import type { Note } from "./note.ts";
import type { NewOperator, Operator, OperatorChange, OperatorResult, Role, Session, Ticket } from "./operator.ts";
import type { PushSubscription } from "./push-subscription.ts";
import type { Kept } from "./retention.ts";
import type { Remark } from "./remark.ts";
import type { SharedSound } from "./sounds.ts";
import type { Site, SiteChange } from "./site.ts";
import type { Take, TakeRefusal } from "./take.ts";
import type { Pair, Talk, TalkDraft, TalkMessage } from "./talk.ts";

/**
 * The truth. Every verb is atomic, and its promise settles only after its effect is on disk, flushed. Verbs that are called
 * while a flush is under way share the next one, so a caller must not wait for one before it calls another that is independent.
 *
 * Order: verbs take effect in the order in which they were called, so two messages of one sender keep theirs. A verb that
 * reads is answered beside the ones that write: it sees whatever had settled when it was called, perhaps more.
 * Failure: a promise is rejected for an outage (disk full, file gone, closed store), and with the ChatError `overloaded` when
 * too much waits already; then nothing of that verb was kept. What a person can cause is an ordinary result, never an
 * exception, but for one: an opening or a note under an id that somebody else has used is the ChatError `not-found`.
 */
export interface Store {
  /**
   * Appends a message from a visitor. With `conversation`: to that one. Without: to the visitor's live conversation at the
   * site, or, where there is none and `open` is given, to a new one made of `open`, whose first entry is the event `requested`
   * and whose second is the draft.
   */
  appendFromVisitor(append: VisitorAppend): Promise<AppendResult>;
  /** Appends to a conversation that must be open (or, for events and `pushed`, at least not ended). */
  append(append: ConversationAppend): Promise<AppendResult>;
  /**
   * Puts `body` in the place of an operator's own message in an open conversation, or nothing, with an entry that says so. What stood
   * there before is gone from then on. Of what was edited and deleted any later reader gets what stands there now.
   */
  correct(correction: Correction): Promise<CorrectResult>;
  /** Opens a requesting conversation after an accepted invitation: the events, and the operator's sentence if there is one. */
  request(opening: Opening, drafts: MessageDraft[]): Promise<RequestResult>;
  /** requesting → open for exactly one operator, with its event. Accepting again by the winner is `won` again. */
  acceptConversation(accept: {
    conversation: string;
    operator: { id: string; name: string };
    event: MessageDraft;
  }): Promise<AcceptResult>;
  /**
   * Changes who has an open conversation, who has joined, or to whom it is offered, with its event: as `decide` says, so that of two
   * operators who act at once each is answered by what the other has made of it. With a `release`, `operator` is whom it is taken from; where
   * nobody has it then, it is requesting, released at the entry's time. The same entry id again is `won` again.
   */
  take(take: {
    conversation: string;
    operator: Person;
    wish: Take;
    entry: Pick<MessageDraft, "id" | "at">;
  }): Promise<TakeResult>;
  /** requesting | open → ended, with its event. Ending what has ended changes nothing and gives no message. */
  endConversation(end: { conversation: string; event: MessageDraft }): Promise<EndResult>;
  /** Keeps a message left while nobody was online: a conversation with status `left` and one text message. Repeating it is harmless. */
  leaveMessage(opening: Opening, draft: MessageDraft): Promise<RequestResult>;
  /** Marks a left message as answered (or, with undefined, not). */
  settleLeftMessage(conversation: string, at: number | undefined): Promise<Conversation | undefined>;
  /** Raises the marks of one side; they never fall. */
  mark(conversation: string, side: "visitor" | "operator", marks: Marks): Promise<Conversation | undefined>;

  conversation(id: string): Promise<Conversation | undefined>;
  /** All that are requesting or open, of every site; read once at start. */
  liveConversations(): Promise<Conversation[]>;
  /** Newest first. */
  conversationsOfVisitor(site: string, visitor: number, limit: number): Promise<Conversation[]>;
  /** Which of these visitors of a site have had a chat that an operator accepted and that is over. */
  visitorsWhoChatted(site: string, visitors: readonly number[]): Promise<number[]>;
  /** Newest first, those left before `before` (ms). Each with its text. */
  leftMessages(site: string, before: number, limit: number): Promise<{ conversation: Conversation; text: string }[]>;
  /** In order, those with a higher number than `after`. */
  messagesAfter(conversation: string, after: number, limit: number): Promise<Message[]>;
  /** In order, the last `limit` of those with a lower number than `before`. */
  messagesBefore(conversation: string, before: number, limit: number): Promise<Message[]>;
  /**
   * A part of all conversations there have been, newest first. What is said, altered or taken back is found so, or found no more, as
   * soon as the verb that does it has settled. Costs what it shows and not what there is, whatever the filter.
   */
  history(wish: HistoryWish): Promise<HistoryPage>;

  /** Adding the same id twice keeps it once and gives the kept note. */
  addNote(note: Note): Promise<Note>;
  /** Oldest first, the newest `limit` of them. */
  notesOf(site: string, visitor: number, limit: number): Promise<Note[]>;

  /**
   * Sets an operator's remark on a visitor in the place of the one before; an empty text takes it away. Where the operator then has
   * more than `most`, the oldest is dropped.
   */
  setRemark(remark: Remark, most: number): Promise<{ dropped?: Remark }>;
  /** One operator's, of all sites, newest first. */
  remarksOf(operator: string, limit: number): Promise<Remark[]>;

  /** Sets one of an operator's preferences in the place of the one before; false when it would be one more than `most`. */
  setPreference(preference: Preference, most: number): Promise<boolean>;
  /** One operator's, by name. */
  preferencesOf(operator: string): Promise<Preference[]>;

  /**
   * Sets where a session's browser is called, in the place of where it was, and of whoever was called at the same address. Where the
   * operator then has more than `most`, the oldest go.
   */
  putPushSubscription(subscription: PushSubscription, most: number): Promise<void>;
  /** Of the sessions that have not expired at `now`, oldest first. */
  pushSubscriptions(now: number): Promise<PushSubscription[]>;
  pushSubscription(session: string): Promise<PushSubscription | undefined>;
  removePushSubscription(which: { session: string } | { endpoint: string }): Promise<void>;
  /** Says something to a colleague: the next entry of their talk, which begins here if there is none. A resend is harmless. */
  say(to: string, draft: TalkDraft): Promise<SayResult>;
  /** Raises the marks of one of the two; they never fall. `raised`: something has changed. */
  markTalk(operator: string, colleague: string, marks: Marks): Promise<{ talk?: Talk; raised: boolean }>;
  /** Those last written in first. */
  talksOf(operator: string, limit: number): Promise<Talk[]>;
  /** In order, those with a higher number than `after`. */
  talkAfter(pair: Pair, after: number, limit: number): Promise<TalkMessage[]>;
  /** In order, the last `limit` of those with a lower number than `before`. */
  talkBefore(pair: Pair, before: number, limit: number): Promise<TalkMessage[]>;

  /** Adds all, or none when more than `most` would then be shared, or any operator's own. */
  addCanned(items: readonly CannedItem[], most: number): Promise<boolean>;
  /** What is shared and this operator's own, oldest first. */
  cannedFor(operator: string): Promise<CannedItem[]>;
  cannedItem(id: string): Promise<CannedItem | undefined>;
  changeCanned(id: string, words: CannedWords): Promise<CannedItem | undefined>;
  removeCanned(id: string): Promise<void>;
  countCannedUse(id: string): Promise<void>;

  /** An operator's own words, oldest first. */
  ownWords(operator: string): Promise<string[]>;
  /** Adds one, unless it is there already; false when the operator has `most` others. */
  addOwnWord(own: { operator: string; word: string; at: number }, most: number): Promise<boolean>;
  removeOwnWord(operator: string, word: string): Promise<void>;
  /** By language. */
  dictionaries(): Promise<Dictionary[]>;
  dictionaryFiles(id: string): Promise<DictionaryFiles | undefined>;
  /** Adds one in the place of the one for its language; false when there are `most` for others. */
  putDictionary(dictionary: Dictionary, files: DictionaryFiles, most: number): Promise<boolean>;
  removeDictionary(id: string): Promise<void>;

  /** By name. */
  sounds(): Promise<SharedSound[]>;
  /** In base64. */
  soundFile(id: string): Promise<{ type: string; data: string } | undefined>;
  /** False when there are `most` already. */
  addSound(sound: SharedSound, data: string, most: number): Promise<boolean>;
  removeSound(id: string): Promise<void>;

  /** Hands out `count` visitor numbers that nobody else gets, ever; gives the first. The very first is 10,001. */
  reserveVisitorNumbers(count: number): Promise<number>;

  sites(): Promise<Site[]>;
  addSite(site: Site): Promise<Site>;
  changeSite(id: string, change: SiteChange): Promise<Site | undefined>;

  /** Oldest first. */
  departments(): Promise<Department[]>;
  /** False when there are `most` already. */
  addDepartment(department: Department, most: number): Promise<boolean>;
  changeDepartment(id: string, wish: DepartmentWish): Promise<Department | undefined>;
  /** Also takes it out of the operators' lists; chats keep its id. */
  removeDepartment(id: string): Promise<void>;

  /** Those that are in force at `now`, oldest first. */
  bans(now: number): Promise<Ban[]>;
  /** Forgets those that are over. False when there are `most` in force already. */
  addBan(ban: Ban, most: number): Promise<boolean>;
  removeBan(id: string): Promise<void>;

  /** How many chats ended, messages were left, or notes were written before this time. */
  countOld(what: Kept, before: number): Promise<number>;
  /** Removes `most` of them at once, the oldest, with all that belongs to them; gives how many there were. */
  removeOld(what: Kept, before: number, most: number): Promise<number>;

  operators(): Promise<Operator[]>;
  operator(id: string): Promise<Operator | undefined>;
  /** Whatever the case of the letters. */
  operatorByLogin(login: string): Promise<Operator | undefined>;
  changePassword(operator: string, passwordHash: string): Promise<void>;
  changeOperator(id: string, change: OperatorChange): Promise<OperatorResult>;
  /** Shuts an operator out and ends their sessions, or (with null) lets them in again. */
  suspendOperator(id: string, at: number | null): Promise<OperatorResult>;
  /** Uses up a ticket that sets a password, sets it and ends the operator's sessions: all or nothing. Gives the operator. */
  redeemReset(redeem: { hash: string; now: number; passwordHash: string }): Promise<Operator | undefined>;

  addTicket(ticket: Ticket): Promise<void>;
  /** The ticket if it is there and has not expired at `now`. */
  ticket(hash: string, now: number): Promise<Ticket | undefined>;
  /** Forgets every ticket for this role (a new set-up link replaces the old one). */
  removeTickets(role: Role): Promise<void>;
  /**
   * Uses a ticket up and makes the account, both or neither; an owner's ticket also sets the account's name and adds the first
   * site. `login-taken` leaves the ticket usable.
   */
  redeemTicket(redeem: {
    hash: string;
    now: number;
    operator: NewOperator;
    owner?: { account: string; site: Site };
  }): Promise<{ ok: true; operator: Operator } | { ok: false; reason: "no-ticket" | "login-taken" }>;

  addSession(session: Session): Promise<void>;
  /** The session and its operator, if it has not expired at `now` and the operator is not suspended. */
  session(tokenHash: string, now: number): Promise<{ session: Session; operator: Operator } | undefined>;
  removeSession(tokenHash: string): Promise<void>;
  /** All of an operator's, except the one named. */
  removeSessions(operator: string, except?: string): Promise<void>;

  /** A named value of the installation, e.g. the account's name. */
  setting(name: string): Promise<string | undefined>;
  putSetting(name: string, value: string): Promise<void>;
  /** Keeps `value` unless there is one already; gives the one that is kept. */
  putSettingOnce(name: string, value: string): Promise<string>;

  /** Flushes what was asked for and lets go of the file. Nothing may be asked afterwards. */
  close(): Promise<void>;
}

/** What a new conversation is made of. Its `id` must be new; an id that exists is the same request again. */
export interface Opening {
  id: string;
  site: string;
  visitor: number;
  visitorName?: string;
  visitorEmail?: string;
  department?: string;
  at: number;
}

interface FromVisitor {
  site: string;
  visitor: number;
  draft: MessageDraft;
}

/** To the conversation that the visitor names. */
export interface NamedAppend extends FromVisitor {
  conversation: string;
}

/** To the visitor's live conversation; to a new one if there is none and `open` says what it is made of. */
export interface RequestingAppend extends FromVisitor {
  conversation?: undefined;
  open?: Opening;
  /** Entry ids of the events the store itself adds come from the caller. */
  requestedEventId: string;
}

export type VisitorAppend = NamedAppend | RequestingAppend;

export interface ConversationAppend {
  conversation: string;
  /** Only the author's side may have written it before: an id that exists by another author is `not-found`. */
  draft: MessageDraft;
  /** The states in which it may be appended. */
  when: ("requesting" | "open")[];
  /** With it, only while this operator has the conversation, or has joined it. */
  operator?: string;
}

export type AppendResult =
  | {
      ok: true;
      /** The stored message; when `again` is true it was stored earlier under the same id. */
      message: Message;
      again: boolean;
      conversation: Conversation;
      /** Every entry this call stored, in order (with a new conversation the event comes first). */
      stored: Message[];
    }
  | {
      ok: false;
      reason: "not-found" | "ended" | "wrong-state" | "not-yours" | "none-live";
      conversation?: Conversation;
    };

export interface RequestResult {
  /** False when the visitor had a live conversation already, or this is the same opening again; then `conversation` is that one. */
  opened: boolean;
  conversation: Conversation;
  stored: Message[];
}

export type SayResult =
  | { ok: true; message: TalkMessage; again: boolean; talk: Talk }
  /** There is no such operator, or the id is somebody else's. */
  | { ok: false };

export type AcceptResult =
  | { won: true; conversation: Conversation; stored: Message[] }
  | { won: false; reason: "not-found" | "ended" | "taken"; conversation?: Conversation };

/** A change to a message by its author. */
export interface Correction {
  conversation: string;
  operator: Person;
  /** Of the message. */
  seq: number;
  /** What it says from now on; nothing: it is deleted. */
  body?: SaidBody;
  /** A message from before this is too old to be changed. */
  notBefore: number;
  entry: Pick<MessageDraft, "id" | "at">;
}

/** `not-found` also where the message is no operator's, or of a kind that cannot be changed so. */
export type CorrectResult =
  | Extract<AppendResult, { ok: true }>
  | {
      ok: false;
      reason: "not-found" | "ended" | "wrong-state" | "not-yours" | "too-late";
      conversation?: Conversation;
    };

export type TakeResult =
  | { won: true; conversation: Conversation; stored: Message[] }
  | { won: false; reason: TakeRefusal; conversation?: Conversation };

export type EndResult = { conversation: Conversation | undefined; stored: Message[] };

export type { Author };
