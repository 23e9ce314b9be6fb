import type { Conversations } from "../../chat/conversations.ts";
import { type Action, type Place, placeOfChat } from "../../chat/permissions.ts";
import type { FromOperator } from "../../protocol/operator-to-server.ts";

/**
 * What each thing that can be asked of the server is, in the words of chat/permissions.ts. What is missing here cannot be asked: a verb
 * does not compile, and a route keeps the server from starting.
 */
export const VERBS: { readonly [T in FromOperator["type"]]: Action } = {
  hello: "self",
  ping: "self",
  status: "self",
  idle: "self",
  window: "list.see",
  "window-off": "self",
  count: "list.see",
  watch: "visitor.see",
  unwatch: "self",
  open: "chat.see",
  shut: "chat.see",
  sync: "chat.see",
  invite: "visitor.invite",
  withdraw: "visitor.invite",
  resolve: "visitor.resolve",
  remark: "visitor.remark",
  ban: "visitor.ban",
  note: "note.add",
  accept: "chat.accept",
  decline: "chat.accept",
  send: "chat.serve",
  typing: "chat.serve",
  mark: "chat.serve",
  end: "chat.serve",
  edit: "chat.serve",
  delete: "chat.serve",
  "take-over": "chat.take",
  join: "chat.take",
  "step-out": "chat.take",
  transfer: "chat.take",
  "transfer-answer": "chat.take",
  viewing: "chat.see",
  earlier: "chat.see",
  say: "colleague.talk",
  "talk-open": "colleague.talk",
  "talk-earlier": "colleague.talk",
  "talk-mark": "colleague.talk",
  "talk-typing": "colleague.talk",
  colleagues: "colleague.see",
};

/** `anyone`: also somebody who is not signed in. Where a route concerns one site or chat, its handler asks once more for that place. */
export const ROUTES: Readonly<Record<string, Action | "anyone">> = {
  "GET /state": "anyone",
  "POST /set-up": "anyone",
  "POST /join": "anyone",
  "POST /reset": "anyone",
  "POST /session": "anyone",
  "DELETE /session": "anyone",
  "DELETE /sessions": "self",
  "GET /me": "self",
  "PUT /me/password": "self",
  "GET /sites": "site.see",
  "POST /sites": "site.change",
  "PATCH /sites/:id": "site.change",
  "GET /departments": "department.see",
  "POST /departments": "department.change",
  "PATCH /departments/:id": "department.change",
  "DELETE /departments/:id": "department.change",
  "GET /operators": "operator.see",
  "POST /operators/tickets": "operator.change",
  "PATCH /operators/:id": "operator.change",
  "PUT /operators/:id/suspended": "operator.change",
  "POST /operators/:id/reset": "operator.change",
  "GET /bans": "ban.see",
  "POST /bans": "ban.see",
  "DELETE /bans/:id": "ban.lift",
  "GET /retention": "retention.see",
  "GET /retention/count": "retention.see",
  "PUT /retention": "retention.change",
  "GET /left-messages": "left.see",
  "PUT /left-messages/:conversation": "left.settle",
  "GET /history": "history.see",
  "GET /history/export": "history.export",
  "GET /canned": "canned.use",
  "POST /canned": "canned.use",
  "PATCH /canned/:id": "canned.use",
  "DELETE /canned/:id": "canned.use",
  "POST /canned/:id/uses": "canned.use",
  "GET /me/preferences": "self",
  "PUT /me/preferences/:name": "self",
  "GET /me/push": "self",
  "PUT /me/push": "self",
  "DELETE /me/push": "self",
  "GET /me/words": "self",
  "POST /me/words": "self",
  "DELETE /me/words/:word": "self",
  "GET /queue": "self",
  "PUT /queue": "department.change",
  "GET /sounds": "self",
  "POST /sounds": "sound.change",
  "DELETE /sounds/:id": "sound.change",
  "GET /sounds/:id/data": "self",
  "GET /dictionaries": "self",
  "GET /dictionaries/:id/:file": "self",
  "PUT /dictionaries/:language": "dictionary.change",
  "DELETE /dictionaries/:id": "dictionary.change",
};

/** Where a verb acts: at the site or in the chat that it names. A promise when the chat is not under way, and has to be asked for. */
export function placeOfVerb(frame: FromOperator, conversations: Conversations): Place | Promise<Place> {
  if (frame.type === "window") return { site: frame.window.site };
  if ("site" in frame) return { site: frame.site };
  if (!("conversation" in frame) || frame.conversation === undefined) return {};
  const live = conversations.live.get(frame.conversation);
  if (live !== undefined) return placeOfChat(live);
  // One that is nowhere is nobody's secret: the verb itself says so.
  return conversations.find(frame.conversation).then((found) => (found === undefined ? {} : placeOfChat(found)));
}
