import { create } from "zustand";
import type { OperatorConversation, Transfer } from "../../protocol/server-to-operator.ts";
import { type Chat, isMine, nameOf, offerTo, unreadIn } from "../chat/chat.ts";
import { myDepartments, myId, useChats } from "../chat/store.ts";
import { isSaidByVisitor } from "../chat/unread.ts";
import { on, onLine } from "../state/connection.ts";
import { callsMe, useQueue } from "../queue/queue.ts";
import { useMe } from "../state/me.ts";
import { type Alerts, type Arrival, noAlerts, withoutWaiting, withUnread, withWaiting } from "./alerts.ts";
import { hear, say, type Word } from "./channel.ts";
import { keptNames } from "./kept-names.ts";

/** All that calls for this operator. It is driven by what the server says, never by a timer, which an idle tab has few of. */
export const useAlerts = create<Alerts>(() => noAlerts);

/** Conversations that the operator does not want to be called for; shared with windows yet to be opened. */
const dismissals = keptNames("shopbell.dismissed", 100);
export const useDismissed = dismissals.useNames;

/** `site/visitor` of those who accepted this operator's invitation, until their chat is answered. */
const acceptedBy = new Set<string>();
/** The last message of each chat that was told of, so that several windows tell it once. */
const heard = new Map<string, number>();

/** Stops the alert of a waiting request, in all windows of this browser; other operators are still called. */
export function dismiss(conversation: string): void {
  dismissals.add(conversation);
  say({ say: "dismiss", conversation });
}

function learn(conversation: OperatorConversation): void {
  const { id, site, visitor, status } = conversation;
  if (status !== "requesting") acceptedBy.delete(`${site}/${visitor}`);
  const offer = offerTo(conversation, myId(), myDepartments());
  if (offer !== undefined) return offered(conversation, offer);
  if (status !== "requesting" || !callsMe(conversation)) {
    useAlerts.setState((alerts) => withoutWaiting(alerts, id));
    // If it comes to this operator again, it calls again.
    if (useDismissed.getState().names.includes(id)) dismissals.remove(id);
    return;
  }
  const kind = acceptedBy.has(`${site}/${visitor}`) ? "accepted" : "request";
  const waiting = { kind, conversation: id, site, visitor, name: nameOf(conversation) } as const;
  useAlerts.setState((alerts) => withWaiting(alerts, waiting));
}

/** A colleague offers the chat. */
function offered(conversation: OperatorConversation, { word }: Transfer): void {
  const { id, site, visitor } = conversation;
  const text = word === "" ? {} : { text: word };
  const call = { kind: "transferred", conversation: id, site, visitor, name: nameOf(conversation), ...text } as const;
  useAlerts.setState((alerts) => withWaiting(alerts, call));
}

on("welcome", ({ conversations }) => {
  useAlerts.setState({ waiting: {} });
  for (const conversation of conversations.toSorted((one, other) => one.requestedAt - other.requestedAt))
    learn(conversation);
});
on("conversation", ({ conversation }) => learn(conversation));
on("queue", ({ conversation }) => {
  const request = useQueue.getState().requests[conversation];
  if (request !== undefined) learn(request);
});

on("invitation", ({ site, visitor, outcome }) => {
  if (outcome !== "accepted") return;
  acceptedBy.add(`${site}/${visitor}`);
  const { waiting } = useAlerts.getState();
  const request = Object.values(waiting).find((one) => one.site === site && one.visitor === visitor);
  if (request !== undefined) useAlerts.setState((alerts) => withWaiting(alerts, { ...request, kind: "accepted" }));
});

// Without a line nobody could tell that somebody has answered; `welcome` tells who still waits.
onLine(({ kind }) => kind !== "online" && useAlerts.setState({ waiting: {} }));

useMe.subscribe((now, before) => {
  if (now.me?.id === before.me?.id) return;
  acceptedBy.clear();
  heard.clear();
  if (before.me !== undefined) useAlerts.setState(noAlerts);
});

useChats.subscribe(({ chats }, before) => {
  if (chats === before.chats) return;
  for (const [id, chat] of Object.entries(chats)) if (chat !== before.chats[id]) look(chat, before.chats[id]);
  for (const id of Object.keys(before.chats)) if (!(id in chats)) tellUnread(id, { count: 0, name: "" });
});

function look(chat: Chat, before: Chat | undefined): void {
  if (chat.conversation === undefined) return;
  const isOver = chat.conversation.status !== "open";
  const name = nameOf(chat.conversation);
  const arrival = isMine(chat.conversation, myId()) ? arrivalIn(chat, before, name) : undefined;
  tellUnread(chat.id, { count: isOver ? 0 : unreadIn(chat, myId()), name }, arrival);
}

/** The last message, when it is new: not when the chat is only now being read from its beginning. */
function arrivalIn(chat: Chat, before: Chat | undefined, name: string): Arrival | undefined {
  if (before?.loaded !== true || chat.messages === before.messages) return undefined;
  const last = chat.messages.findLast(isSaidByVisitor);
  if (last === undefined || last.seq <= (before.messages.at(-1)?.seq ?? 0)) return undefined;
  const text = last.body.kind === "text" ? last.body.text : "";
  return { conversation: chat.id, seq: last.seq, name, text };
}

/** Says how a chat stands, and what has just come there; in this window and in the others of this browser. */
export function tellUnread(conversation: string, unread: { count: number; name: string }, arrival?: Arrival): void {
  const known = useAlerts.getState().unread[conversation]?.count ?? 0;
  if (unread.count === known && arrival === undefined) return;
  say({ say: "unread", conversation, ...unread, ...(arrival !== undefined && { arrival }) });
  useAlerts.setState((alerts) => withUnread(alerts, conversation, unread));
  if (arrival !== undefined) arrive(arrival);
}

function arrive(arrival: Arrival): void {
  if (arrival.seq <= (heard.get(arrival.conversation) ?? 0)) return;
  heard.set(arrival.conversation, arrival.seq);
  useAlerts.setState({ arrival });
}

function onWord(word: Word): void {
  if (word.say === "dismiss") dismissals.add(word.conversation);
  if (word.say !== "unread") return;
  const { conversation, count, name, arrival } = word;
  // A chat that this window holds it counts by itself.
  const isHeld = conversation in useChats.getState().chats;
  if (!isHeld) useAlerts.setState((alerts) => withUnread(alerts, conversation, { count, name }));
  if (arrival !== undefined) arrive(arrival);
}
hear(onWord);
