import { create } from "zustand";
import { newId } from "../../client/id.ts";
import type { Message } from "../../protocol/message.ts";
import { withState } from "../chat/pending.ts";
import { myId, useChats } from "../chat/store.ts";
import { withTab } from "../chat/tabs.ts";
import { ask, on, tell } from "../state/connection.ts";
import { LongLog } from "../state/long-log.ts";
import { serverNow, useMe } from "../state/me.ts";
import { showChats } from "../state/front.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { colleagueOf, talkKey } from "./key.ts";
import { newTalk, type Talk, unreadIn, withFrame, withMessages, withSaid } from "./talk.ts";

/** By colleague: what was ever written with them, as the server tells it. */
export const useTalks = create<{ talks: { readonly [colleague: string]: Talk } }>(() => ({ talks: {} }));

/** Of the talks that are open in this window. */
const logs = new Map<string, LongLog>();
const typingTimers = new Map<string, ReturnType<typeof setTimeout>>();
/** How many logs of each talk are on the screen. */
const looked = new Map<string, number>();
/** A browser that stops saying that somebody types, without saying that they stopped, has died or lost its line. */
const TYPING_MS = 12_000;

/** The colleague's screen shows that somebody types for longer than this after each word of it. */
const SAY_AGAIN_MS = 4_000;
let told: { colleague: string; at: number } | undefined;

export function useTalk(colleague: string): Talk {
  return useTalks(({ talks }) => talks[colleague]) ?? newTalk(colleague);
}

/** What colleagues wrote and the operator has not looked at. */
export function useUnreadTalks(): number {
  return useTalks(({ talks }) => Object.values(talks).reduce((sum, talk) => sum + unreadIn(talk), 0));
}

/** Opens a talk as a tab, or brings its tab to the front, and puts the focus in it. */
export function openTalk(colleague: string): void {
  const key = talkKey(colleague);
  useChats.setState(({ tabs }) => ({ tabs: withTab(tabs, key, true), focus: key }));
  showChats();
}

/** Says that a talk is on the screen, until the returned function is called: what comes is seen while the window has the focus. */
export function lookAtTalk(colleague: string): () => void {
  if (!logs.has(colleague)) {
    logs.set(colleague, new LongLog((after) => tell({ type: "talk-open", with: colleague, after })));
    tell({ type: "talk-open", with: colleague, after: 0 });
  }
  looked.set(colleague, (looked.get(colleague) ?? 0) + 1);
  mark(colleague);
  return () => {
    const others = (looked.get(colleague) ?? 1) - 1;
    if (others > 0) looked.set(colleague, others);
    else looked.delete(colleague);
  };
}

/** Asks for what was said before. */
export function readEarlier(colleague: string): void {
  const before = logs.get(colleague)?.firstSeq ?? 0;
  if (before > 1) tell({ type: "talk-earlier", with: colleague, before });
}

/** Says something. It stands in the talk at once and stays there until the server has taken it or it is discarded. */
export async function say(colleague: string, text: string): Promise<void> {
  const id = newId();
  const draft = { kind: "text", text } as const;
  change(colleague, (talk) => ({
    ...talk,
    pending: [...talk.pending, { id, draft, at: serverNow(), state: { kind: "sending" } }],
  }));
  let state: Parameters<typeof withState>[2] = { kind: "kept" };
  try {
    await ask({ type: "say", id, to: colleague, text });
  } catch (error) {
    state = { kind: "refused", sentence: refusalSentence(error) };
  }
  change(colleague, (talk) => ({ ...talk, pending: withState(talk.pending, id, state) }));
}

/** Takes a refused message off the screen. */
export function discardSaid(colleague: string, id: string): void {
  change(colleague, (talk) => ({ ...talk, pending: talk.pending.filter((one) => one.id !== id) }));
}

/** To be called at each change of what is being written; tells the colleague sparingly. */
export function tellTyping(colleague: string, typing: boolean): void {
  const isTold = told?.colleague === colleague && performance.now() - told.at < SAY_AGAIN_MS;
  if (typing ? isTold : told?.colleague !== colleague) return;
  told = typing ? { colleague, at: performance.now() } : undefined;
  tell({ type: "talk-typing", with: colleague, typing });
}

function change(colleague: string, how: (talk: Talk) => Talk): void {
  useTalks.setState(({ talks }) => ({
    talks: { ...talks, [colleague]: how(talks[colleague] ?? newTalk(colleague)) },
  }));
}

/** Tells the server how far this operator has got, if that is further than it knows. */
function mark(colleague: string): void {
  const talk = useTalks.getState().talks[colleague];
  const isSeen = looked.has(colleague) && document.visibilityState === "visible" && document.hasFocus();
  if (talk === undefined || !isSeen || !talk.loaded || unreadIn(talk) === 0) return;
  const { lastSeq } = talk;
  change(colleague, (before) => ({ ...before, seen: lastSeq }));
  tell({ type: "talk-mark", with: colleague, delivered: lastSeq, seen: lastSeq });
}

function markAll(): void {
  for (const colleague of looked.keys()) mark(colleague);
}

function hear(colleague: string, messages: readonly Message[], more: boolean, hasEarlier: boolean | undefined): void {
  const me = myId();
  const log = logs.get(colleague);
  const added =
    hasEarlier === undefined
      ? { atEnd: log?.add(messages, more) ?? [], atStart: [] }
      : (log?.addPart(messages) ?? { atEnd: [], atStart: [] });
  change(colleague, (talk) => {
    const next = withMessages(withSaid(talk, messages, me), added, me);
    if (log === undefined || hasEarlier === undefined) return next;
    const isFitting = !talk.loaded || added.atStart.length > 0;
    return { ...next, loaded: true, hasEarlier: isFitting ? hasEarlier : talk.hasEarlier };
  });
  mark(colleague);
}

function setTyping(colleague: string, typing: boolean): void {
  clearTimeout(typingTimers.get(colleague));
  if (typing)
    typingTimers.set(
      colleague,
      setTimeout(() => setTyping(colleague, false), TYPING_MS),
    );
  change(colleague, (talk) => ({ ...talk, typing }));
}

on("welcome", ({ talks = [] }) => {
  for (const talk of talks) change(talk.with, (before) => withFrame(before, talk));
  for (const [colleague, log] of logs) tell({ type: "talk-open", with: colleague, after: log.lastSeq });
  for (const talk of talks) if (talk.lastSeq > talk.mine.seen) showTab(talk.with);
});

on("talk", ({ talk }) => change(talk.with, (before) => withFrame(before, talk)));

on("talk-messages", ({ with: colleague, messages, more, hasEarlier }) => {
  hear(colleague, messages, more, hasEarlier);
  if (hasEarlier === undefined) showTab(colleague);
});

on("talk-typing", ({ with: colleague, typing }) => setTyping(colleague, typing));

/** What a colleague writes, or the operator in another window, is not to be looked for. */
function showTab(colleague: string): void {
  if (location.hash.startsWith("#/chat/")) return; // a window of one chat shows that one alone
  useChats.setState(({ tabs }) => ({ tabs: withTab(tabs, talkKey(colleague), false) }));
}

// A tab that is closed lets go of what was read.
useChats.subscribe(({ tabs }, before) => {
  if (tabs.order === before.tabs.order) return;
  for (const key of before.tabs.order) {
    const colleague = colleagueOf(key);
    if (colleague === undefined || tabs.order.includes(key) || looked.has(colleague)) continue;
    logs.delete(colleague);
    change(colleague, (talk) => ({ ...talk, messages: [], loaded: false, hasEarlier: false, pending: [] }));
  }
});

useMe.subscribe((now, before) => {
  if (now.me?.id === before.me?.id) return;
  logs.clear();
  useTalks.setState({ talks: {} });
});

addEventListener("focus", markAll);
document.addEventListener("visibilitychange", markAll);
