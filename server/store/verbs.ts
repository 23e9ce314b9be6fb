import type { Store } from "../../chat/store.ts";
import type { Steps } from "./steps.ts";
import * as account from "./verbs/account.ts";
import { settle } from "./verbs/arrivals.ts";
import { append, appendFromVisitor } from "./verbs/append.ts";
import * as ban from "./verbs/ban.ts";
import * as canned from "./verbs/canned.ts";
import * as conversation from "./verbs/conversation.ts";
import { correct } from "./verbs/correct.ts";
import * as department from "./verbs/department.ts";
import { history } from "./verbs/history.ts";
import * as installation from "./verbs/installation.ts";
import { addNote, notesOf } from "./verbs/note.ts";
import { messagesAfter, messagesBefore } from "./verbs/messages.ts";
import * as retention from "./verbs/retention.ts";
import { leaveMessage, request } from "./verbs/open.ts";
import { preferencesOf, setPreference } from "./verbs/preference.ts";
import * as push from "./verbs/push.ts";
import { remarksOf, setRemark } from "./verbs/remark.ts";
import { take } from "./verbs/take.ts";
import * as sounds from "./verbs/sounds.ts";
import * as spelling from "./verbs/spelling.ts";
import * as talk from "./verbs/talk.ts";
import { indexWords } from "./verbs/words.ts";

type Verb = Exclude<keyof Store, "close">;
type StepsOf<V extends Verb> = (...given: Parameters<Store[V]>) => Steps<Awaited<ReturnType<Store[V]>>>;

/** The verbs that read what messages change, and so wait until all that have arrived are in their places (`sqlite-arrivals.ts`). */
export const readsOfMessages = {
  conversation: conversation.conversation,
  liveConversations: conversation.liveConversations,
  conversationsOfVisitor: conversation.conversationsOfVisitor,
  leftMessages: conversation.leftMessages,
  messagesAfter,
  messagesBefore,
  history,
  countOld: retention.countOld,
} as const;

/** The verbs that read what no message changes, and so wait for none. */
const otherReads = {
  visitorsWhoChatted: conversation.visitorsWhoChatted,
  notesOf,
  cannedFor: canned.cannedFor,
  cannedItem: canned.cannedItem,
  preferencesOf,
  pushSubscription: push.pushSubscription,
  pushSubscriptions: push.pushSubscriptions,
  remarksOf,
  ownWords: spelling.ownWords,
  dictionaries: spelling.dictionaries,
  dictionaryFiles: spelling.dictionaryFiles,
  sounds: sounds.sounds,
  soundFile: sounds.soundFile,
  talksOf: talk.talksOf,
  talkAfter: talk.talkAfter,
  talkBefore: talk.talkBefore,
  sites: installation.sites,
  departments: department.departments,
  bans: ban.bans,
  operators: account.operators,
  operator: account.operator,
  operatorByLogin: account.operatorByLogin,
  ticket: account.ticket,
  session: account.session,
  setting: installation.setting,
} as const;

/** The verbs that only read: they may be answered beside the ones that write. */
export const reads = { ...readsOfMessages, ...otherReads };

/** The verbs that change something, each atomic within its transaction. */
export const writes = {
  appendFromVisitor,
  append,
  request,
  acceptConversation: conversation.acceptConversation,
  take,
  correct,
  endConversation: conversation.endConversation,
  leaveMessage,
  settleLeftMessage: conversation.settleLeftMessage,
  mark: conversation.mark,
  addNote,
  addCanned: canned.addCanned,
  changeCanned: canned.changeCanned,
  removeCanned: canned.removeCanned,
  countCannedUse: canned.countCannedUse,
  setPreference,
  putPushSubscription: push.putPushSubscription,
  removePushSubscription: push.removePushSubscription,
  setRemark,
  addOwnWord: spelling.addOwnWord,
  removeOwnWord: spelling.removeOwnWord,
  putDictionary: spelling.putDictionary,
  removeDictionary: spelling.removeDictionary,
  addSound: sounds.addSound,
  removeSound: sounds.removeSound,
  say: talk.say,
  markTalk: talk.markTalk,
  reserveVisitorNumbers: installation.reserveVisitorNumbers,
  addSite: installation.addSite,
  changeSite: installation.changeSite,
  addBan: ban.addBan,
  removeBan: ban.removeBan,
  removeOld: retention.removeOld,
  addDepartment: department.addDepartment,
  changeDepartment: department.changeDepartment,
  removeDepartment: department.removeDepartment,
  changePassword: account.changePassword,
  changeOperator: account.changeOperator,
  suspendOperator: account.suspendOperator,
  redeemReset: account.redeemReset,
  addTicket: account.addTicket,
  removeTickets: account.removeTickets,
  redeemTicket: account.redeemTicket,
  addSession: account.addSession,
  removeSession: account.removeSession,
  removeSessions: account.removeSessions,
  putSetting: installation.putSetting,
  putSettingOnce: installation.putSettingOnce,
} as const;

/** What the store does for itself. */
const upkeep = { settle, indexWords } as const;

/** Every verb as its steps, for whatever follows them. */
export const verbs = { ...reads, ...writes, ...upkeep } satisfies { [V in Verb]: StepsOf<V> };
export type Read = keyof typeof reads;
export type Write = keyof typeof writes;
export type Upkeep = keyof typeof upkeep;
