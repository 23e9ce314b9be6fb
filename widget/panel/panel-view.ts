import type { LineState } from "../../client/wire.ts";
import type { PushResult } from "../../protocol/message.ts";
import type { OpenDepartment, ToVisitor } from "../../protocol/server-to-visitor.ts";
import type { Chat } from "./chat.ts";
import { makeComposer } from "./composer.ts";
import { makeDepartments } from "./departments.ts";
import { entriesOf } from "./entries.ts";
import { choice, dots } from "./footer.ts";
import { type HeaderState, makeHeader } from "./header.ts";
import { type Leaving, makeLeaveForm } from "./leave-form.ts";
import { make } from "./lent.ts";
import { makeLineStrip } from "./line-strip.ts";
import { makeLogView } from "./log-view.ts";
import { firstName } from "./names.ts";
import type { PanelStrings } from "./strings.ts";
import { followViewport } from "./viewport.ts";

interface Options {
  strings: PanelStrings;
  language: string;
  chat: Chat;
  /** What was written on an earlier page and not sent. */
  draft: string;
  /** What this visitor has told before. */
  known: { name: string; email: string };
  keep: (text: string) => void;
  close: () => void;
  typing: (isTyping: boolean, text?: string) => void;
  report: (seq: number, result: PushResult) => void;
  leave: (leaving: Leaving) => void;
}

type Site = Extract<ToVisitor, { type: "welcome" }>["site"];

/** What the visitor does here: chats, is asked whether to end the chat, or leaves a message, has it sent, has left it. */
type Doing = "chatting" | "ending" | "leaving" | "sending" | "left";

export interface PanelView {
  element: HTMLElement;
  show(takeFocus: boolean): void;
  /** What the server says of itself. */
  setSite(site: Site, textLength: number): void;
  setOnline(isOnline: boolean, departments?: readonly OpenDepartment[]): void;
  setLine(state: LineState): void;
  /** A message is being left; from here, or from an earlier page. */
  leaving(leaving: Leaving): void;
  /** @param refused why the server did not take it. */
  left(email: string, refused: string | undefined): void;
  /** Nobody can answer what was written for the chat: it can be left as a message. */
  leaveInstead(text: string): void;
  /** Shows what has changed in the chat. */
  render(): void;
}

/** The panel on the screen: which of its parts show, and what they say. */
export function makePanelView(options: Options): PanelView {
  const { strings, chat, keep, close } = options;
  let doing: Doing = "chatting";
  let isOnline = true;
  let site = "";
  let typing: { who: string; element: HTMLElement } | undefined;
  let thanks: HTMLElement | undefined;

  const go = (to: Doing) => {
    doing = to;
    render();
    if (!element.hidden) focus();
  };
  const goChat = () => go("chatting");

  const header = makeHeader(strings, close, () => go("ending"));
  const strip = makeLineStrip(strings);
  const departments = makeDepartments(strings, (chosen) => {
    chat.department = chosen;
    render();
  });
  const log = makeLogView({
    ...options,
    retry(id) {
      chat.retry(id);
      render();
    },
  });
  const composer = makeComposer({
    ...options,
    send(text) {
      chat.send(text);
      render();
      log.toEnd();
    },
  });
  composer.write(options.draft);
  const leaving = (message: Leaving) => {
    form.put(message);
    form.complain("");
    go("sending");
  };
  const form = makeLeaveForm({
    ...options,
    submit(message) {
      leaving(message);
      options.leave(message);
    },
    chatInstead() {
      composer.write(form.read().text);
      form.put({ text: "" });
      goChat();
    },
  });
  const end = () => {
    chat.end();
    goChat();
  };
  const ending = choice(strings.endQuestion, [
    [strings.endChat, end],
    [strings.keepChatting, goChat],
  ]);
  const startNew = () => {
    chat.startNew();
    goChat();
  };
  const ended = choice("", [[strings.startNew, startNew]]);
  const greeting = make("div", { class: "said" }, strings.welcome);
  const waiting = dots(strings.waiting, "waiting");
  const element = make(
    "div",
    { class: "panel", role: "dialog", hidden: "" },
    header.element,
    strip.element,
    log.element,
    departments.element,
    composer.element,
    ending,
    ended,
    form.element,
  );
  followViewport(element);
  element.onkeydown = (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (doing === "ending") goChat();
    else close();
  };
  // What is typed here is not meant for the page's shortcuts.
  for (const type of ["keydown", "keypress", "keyup"])
    element.addEventListener(type, (event) => event.stopPropagation());

  const focused = () => {
    const { activeElement } = element.getRootNode() as ShadowRoot;
    return element.contains(activeElement) ? activeElement : null;
  };
  /** Puts the focus where the visitor will want to go on. */
  const focus = () => {
    const choices = [ending, ended, thanks].find((part) => part?.hidden === false);
    if (choices !== undefined) choices.querySelector("button")?.focus();
    else if (form.element.hidden) composer.focus();
    else form.focus();
  };

  /** Whether somebody can answer whom this visitor would ask. */
  const isThere = () => departments.chosen?.online ?? isOnline;

  /** What follows from what is known about the chat and the operators. */
  const decide = () => {
    if (doing === "ending" && !chat.isLive) doing = "chatting";
    const isUnderWay = chat.conversation !== undefined || chat.pending.some(({ refused }) => refused === undefined);
    departments.element.hidden = isUnderWay || !departments.isChoice || (doing !== "chatting" && doing !== "leaving");
    if (doing === "chatting" && !isThere() && !isUnderWay) {
      doing = "leaving";
      const text = composer.text();
      composer.write("");
      form.put({ text });
      keep(text);
    }
    if (doing === "leaving" && (isThere() || chat.isLive) && form.read().text === "") doing = "chatting";
  };

  const headerState = (isChat: boolean): HeaderState => {
    const { conversation, isLive } = chat;
    const state = { isAway: false, canEnd: isChat && isLive, face: site, title: site, subtitle: strings.weAreOnline };
    if (!isChat)
      return isThere() ? state : { ...state, isAway: true, title: strings.away, subtitle: strings.leaveAMessage };
    if (conversation === undefined) return state;
    if (conversation.status === "requesting") return { ...state, subtitle: strings.waiting };
    const operator = conversation.operator ?? site;
    const names = new Intl.ListFormat(options.language).format([operator, ...(conversation.others ?? [])]);
    return { ...state, face: operator, title: names, subtitle: isLive ? site : strings.hasEnded };
  };

  const tail = () => {
    const { conversation } = chat;
    const who = chat.typing;
    if (typing?.who !== who) {
      typing =
        who === undefined ? undefined : { who, element: dots(strings.isTyping(firstName(who || site)), "typing") };
    }
    const wait = chat.place === undefined ? strings.waiting : strings.place(chat.place);
    if (waiting.textContent !== wait) waiting.lastElementChild?.replaceChildren(wait);
    return typing?.element ?? (conversation?.status === "requesting" ? waiting : undefined);
  };

  const render = () => {
    decide();
    const { conversation, messages, pending, isLive, earlier } = chat;
    const hasFocus = focused() !== null;
    const isChat = doing === "chatting" || doing === "ending";
    const isOver = isChat && conversation !== undefined && !isLive;
    log.element.hidden = !isChat;
    composer.element.hidden = doing !== "chatting" || isOver;
    ending.hidden = doing !== "ending";
    ended.hidden = !isOver;
    form.element.hidden = doing !== "leaving" && doing !== "sending";
    if (thanks !== undefined) thanks.hidden = doing !== "left";
    form.show(doing === "sending", doing === "leaving" && (isThere() || isLive));
    header.show(headerState(isChat));
    const firstSaid = messages.find(({ body }) => body.kind !== "event");
    const head = firstSaid?.author.kind === "operator" ? undefined : greeting;
    const now = Date.now();
    const before = earlier
      ? entriesOf({ messages: earlier.log.messages, pending: [], conversation: earlier.conversation, now })
      : [];
    log.render(head, [...before, ...entriesOf({ messages, pending, conversation, now })], tail());
    // What had the focus may be gone: it must not fall out of the panel.
    if (hasFocus && (focused()?.closest("[hidden]") ?? null) !== null) focus();
  };

  return {
    element,
    render,
    leaving,
    show(takeFocus) {
      element.hidden = false;
      composer.fit();
      if (takeFocus) focus();
    },
    setSite({ name, typingPreviews = false }, textLength) {
      site = strings.title ?? name;
      element.setAttribute("aria-label", site);
      composer.limit(textLength, typingPreviews);
      form.limit(textLength);
    },
    setOnline(is, open) {
      isOnline = is;
      departments.offer(open ?? []);
    },
    setLine: strip.show,
    left(email, refused) {
      if (refused !== undefined) {
        form.complain(refused);
        return go("leaving");
      }
      form.put({ text: "" });
      composer.write(""); // after a page change the draft stands there too
      const done = () => {
        doing = "chatting";
        close();
      };
      thanks?.remove();
      thanks = choice(strings.thanks(email), [[strings.done, done]]);
      thanks.setAttribute("role", "status");
      element.append(thanks);
      go("left");
    },
    leaveInstead(text) {
      form.put({ text: `${form.read().text}\n${text}`.trim() });
      go("leaving");
    },
  };
}
