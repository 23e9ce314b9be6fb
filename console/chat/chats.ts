import { newId } from "../../client/id.ts";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import { ask, on } from "../state/connection.ts";
import { showChats } from "../state/front.ts";
import { useMe } from "../state/me.ts";
import { toast } from "../ui/toast.tsx";
import { isLive, isMine, offerTo, withConversation } from "./chat.ts";
import { changeDraft, type ComposerDraft, forgetDraft, forgetDrafts } from "./drafts.ts";
import { keepOrder, keptOrder } from "./kept-order.ts";
import { begin, begun, finish, follow, lose, mark } from "./lifelines.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { change, live, myDepartments, myId, useChats } from "./store.ts";
import { tellOfLoss, tellOfTakes } from "./take-news.ts";
import { inOldOrder, tabBeside, withoutTab, withTab } from "./tabs.ts";
import { colleagueOf } from "../talks/key.ts";
import { followVisitor } from "./visitors.ts";

/** The only chat of a popped-out window. */
let alone: string | undefined;
/** Whose chats these are. */
let owner: string | undefined;

/**
 * Opens a chat as a tab, or brings its tab to the front, and puts the focus in it.
 * @param input what is to be written there; without, what was being written before.
 */
export function openChat(conversation: string, input?: ComposerDraft["input"]): void {
  if (colleagueOf(conversation) === undefined) begin(conversation);
  if (input !== undefined) changeDraft(conversation, { input });
  useChats.setState(({ tabs }) => ({ tabs: withTab(tabs, conversation, true), focus: conversation }));
  showChats();
}

/** Takes a waiting chat, or one that a colleague offers, and opens it. Exactly one operator gets it: when another was first, says who. */
export async function acceptConversation(conversation: string): Promise<void> {
  // The notes are asked for before the chat, so that they stand at its top from the first moment.
  const waiting = live.get(conversation);
  const unfollow = waiting && followVisitor(waiting.site, waiting.visitor);
  const inFront = useChats.getState().tabs.active;
  try {
    const isOffered = waiting !== undefined && offerTo(waiting, myId(), myDepartments()) !== undefined;
    if (isOffered) await ask({ type: "transfer-answer", id: newId(), conversation, answer: "accepted" });
    else await ask({ type: "accept", id: newId(), conversation });
    // Who has gone to another chat meanwhile is not called back.
    const { active } = useChats.getState().tabs;
    if (active === inFront || active === conversation) openChat(conversation);
  } catch (error) {
    toast(refusalSentence(error), "problem");
  } finally {
    unfollow?.();
  }
}

/** Closes a chat's tab and goes to its neighbour. A live chat of one's own has none to close: it would be forgotten. */
export function closeChat(conversation: string): void {
  const open = useChats.getState().chats[conversation]?.conversation;
  if (open !== undefined && isMine(open, myId())) return;
  closeTab(conversation);
  finish(conversation);
  forgetDraft(conversation);
}

/** Closes what was open and may be seen no more, and says why: nothing of it may be shown or done any longer. */
function closeLost(): void {
  const ours = new Set(useMe.getState().sites.map(({ id }) => id));
  for (const { id, conversation, refusal } of Object.values(useChats.getState().chats)) {
    if (conversation === undefined) continue;
    if (ours.has(conversation.site) && refusal?.code !== "not-allowed") continue;
    tellOfLoss(conversation);
    live.delete(id);
    lose(id);
    forgetDraft(id);
    // A window of its own stays, and says why it is empty.
    if (id === alone) begin(id);
    else closeTab(id);
  }
}

function closeTab(conversation: string): void {
  useChats.setState(({ tabs }) => {
    const left = withoutTab(tabs, conversation);
    return { tabs: left, focus: left.active };
  });
}

/** Brings the chat so many tabs to the right (or left, when negative) to the front. */
export function stepTab(steps: number): void {
  const next = tabBeside(useChats.getState().tabs, steps);
  if (next !== null) openChat(next);
}

/** Brings the chat in the tab with this number, from 0, to the front. */
export function goToTab(index: number): void {
  const conversation = useChats.getState().tabs.order[index];
  if (conversation !== undefined) openChat(conversation);
}

/** Shows a conversation without a tab, until the returned function is called. */
export function peekChat(conversation: string): () => void {
  const known = conversation in useChats.getState().chats;
  begin(conversation);
  return () => {
    if (!known && !useChats.getState().tabs.order.includes(conversation)) finish(conversation);
  };
}

/** Makes this window show one chat and no other, for a popped-out chat. */
export function showOnly(conversation: string): void {
  alone = conversation;
  for (const other of begun()) if (other !== conversation) finish(other);
  begin(conversation);
  useChats.setState({ tabs: { order: [conversation], active: conversation }, focus: conversation });
}

/** Takes note of a conversation; one's own opens by itself. */
function learn(conversation: OperatorConversation): void {
  const { id } = conversation;
  tellOfTakes(live.get(id), conversation);
  if (isLive(conversation)) live.set(id, conversation);
  else live.delete(id);
  change(id, (chat) => withConversation(chat, conversation));
  follow(id);
  if (
    alone === undefined &&
    (isMine(conversation, myId()) || offerTo(conversation, myId(), myDepartments()) !== undefined)
  ) {
    reopen(id);
  }
  mark(id);
}

/** Gives the chat a tab, behind what is in front. */
function reopen(id: string): void {
  begin(id);
  useChats.setState(({ tabs }) => ({ tabs: withTab(tabs, id, false) }));
}

function forget(): void {
  for (const conversation of begun()) finish(conversation);
  live.clear();
  forgetDrafts();
  useChats.setState({ tabs: { order: [], active: null }, focus: null });
}

// After `lifelines.ts`, which opens again what was open before.
on("welcome", ({ operator, conversations, colleagues }) => {
  if (owner !== undefined && owner !== operator.id) forget();
  owner = operator.id;
  live.clear();
  closeLost();
  const kept = keptOrder();
  const byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  const talks = kept.order.filter((id) => colleagues.some((colleague) => colleague.id === colleagueOf(id)));
  for (const id of inOldOrder([...byId.keys(), ...talks], kept.order)) {
    const conversation = byId.get(id);
    if (conversation !== undefined) {
      learn(conversation);
      // It may have been taken from this operator while the window was closed, which the chat itself says.
      if (alone === undefined && conversation.releasedAt !== undefined && kept.order.includes(id)) reopen(id);
    } else if (alone === undefined) useChats.setState(({ tabs }) => ({ tabs: withTab(tabs, id, false) }));
  }
  const { tabs } = useChats.getState();
  forgetDrafts(new Set([...byId.keys(), ...begun(), ...tabs.order]));
  if (kept.active !== null && tabs.order.includes(kept.active))
    useChats.setState({ tabs: { ...tabs, active: kept.active } });
});

on("conversation", ({ conversation }) => learn(conversation));

// After `lifelines.ts`, which notes why.
on("refused", closeLost);

useChats.subscribe(({ tabs }, before) => {
  if (alone === undefined && tabs !== before.tabs) keepOrder(tabs);
});

useMe.subscribe((now, before) => {
  if (before.me !== undefined && now.me === undefined) forget();
});
