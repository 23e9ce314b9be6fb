import { Asking } from "../../client/asking.ts";
import { newId } from "../../client/id.ts";
import { parse } from "../../client/parse.ts";
import type { ToVisitor } from "../../protocol/server-to-visitor.ts";
import type { FromVisitor } from "../../protocol/visitor-to-server.ts";
import { isLooking } from "../dom.ts";
import type { Panel, Shell } from "../shell.ts";
import logCss from "../styles/log.css?inline";
import css from "../styles/panel.css?inline";
import { Chat, type Pending } from "./chat.ts";
import { makeInvitationCard } from "./invitation-card.ts";
import { borrow } from "./lent.ts";
import { makeNews } from "./news.ts";
import { outboxStore } from "./outbox-store.ts";
import { makePagePush } from "./page-push.ts";
import { makePanelView } from "./panel-view.ts";

/** The close code for somebody who is not welcome: there is nothing to show and nothing to explain. */
const BANNED = 4017;
/** Where styles/panel.css gives the panel the whole screen. */
const FULL_SCREEN = "(max-width: 480px), (max-height: 420px)";

/** Tells the page's own listeners. */
const emit = (event: string, detail?: unknown) => dispatchEvent(new CustomEvent(`shopbell:${event}`, { detail }));

/** Puts the panel on the page, closed. Called once, by the script that every page loads. */
export function mount(shell: Shell): Panel {
  const { surface, wire, session, memory, words: strings } = shell;
  borrow(shell.tools);
  shell.tools.addStyle(surface.root, css + logCss);
  let isOpen = false;
  /** The number of unread messages that the page was told. */
  let told = 0;
  /** What has been clicked to open the panel gets the focus back. */
  let opener: HTMLElement = surface.button;
  /** Known from an earlier page until the server says it again. */
  let site = session.get("site") ?? "";
  const news = makeNews(surface, strings);
  const line = new Asking<FromVisitor, ToVisitor>(wire, {
    outbox: outboxStore(shell.local, shell.prefix, shell.tab),
    onSettled(message, result) {
      chat.settled(message, result);
      const refused = "code" in result ? result : undefined;
      if (message.type === "leave") view.left(message.email, refused?.message);
      // Nobody is there after all: what was written goes into the form.
      if (message.type === "send" && refused?.code === "nobody-online")
        view.leaveInstead(chat.take(message.id) ?? message.text);
      render();
    },
  });
  const pushes = makePagePush(line, session);
  const chat = new Chat({
    line,
    newId,
    onConversation: (id) => session.set("chat", id),
    refused: Object.values(parse<Record<string, Pending>>(session.get("refused")) as Record<string, Pending>),
    onRefused: (refused) => session.set("refused", refused.length > 0 ? JSON.stringify(refused) : null),
  });
  const view = makePanelView({
    strings,
    language: surface.layer.lang,
    chat,
    draft: session.get("draft") ?? "",
    known: memory.read(),
    keep: (text) => session.set("draft", text === "" ? null : text),
    close: () => closeForVisitor(),
    typing(typing, text) {
      if (chat.isLive && chat.conversation !== undefined)
        line.tell({ type: "typing", conversation: chat.conversation.id, typing, ...(text && { text }) });
    },
    report(seq, result) {
      if (chat.conversation !== undefined) pushes.report(chat.conversation.id, seq, result);
    },
    leave({ name, email, text }) {
      const { department } = chat;
      memory.change({ name, email });
      line.ask({ type: "leave", id: newId(), name, email, text, ...(department && { department }) }).catch(() => {}); // `settled` hears of it
    },
  });
  const card = makeInvitationCard(news.place, strings, (invitation, answer) => {
    line.ask({ type: "invitation", id: newId(), invitation, answer }).catch(() => {}); // it was over: nothing is lost by that
    if (answer === "accepted") open(surface.button);
    if (answer === "declined" && !isOpen) surface.button.focus();
  });
  view.setSite({ name: site }, Infinity);
  surface.layer.append(view.element);

  /** A panel that fills the screen would hide the very page that is to be shown. */
  const makeWay = () => {
    if (isOpen && matchMedia(FULL_SCREEN).matches) closeForVisitor();
  };
  view.element.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("a:not([target])") !== null) makeWay();
  });

  const render = () => {
    view.render();
    const { unread } = chat;
    news.count(unread);
    if (unread !== told) emit("unread", (told = unread));
  };
  const look = () => {
    chat.look(isOpen && isLooking());
    render();
  };
  document.addEventListener("visibilitychange", look);

  const left = line.unsent().find((message) => message.type === "leave");
  if (left?.type === "leave") view.leaving(left);
  render();
  wire.serve(line);

  const open: Panel["open"] = (from) => {
    opener = from ?? surface.button;
    isOpen = true;
    session.set("open", "1");
    surface.button.hidden = true;
    view.show(from !== undefined);
    look();
    emit("open");
  };
  const close = () => {
    isOpen = false;
    session.set("open", null);
    surface.button.hidden = false;
    view.element.hidden = true;
    look();
    emit("close");
  };
  const closeForVisitor = () => {
    close();
    opener.focus();
  };

  return {
    open,
    close,
    hear(frame: ToVisitor) {
      chat.hear(frame);
      switch (frame.type) {
        case "welcome":
          site = frame.site.name;
          session.set("site", site);
          view.setSite(frame.site, frame.limits.textLength);
          view.setOnline(frame.online, frame.departments);
          card.offer(frame.invitation, site);
          break;
        case "online":
          view.setOnline(frame.online, frame.departments);
          break;
        case "invitation":
          card.offer(frame.invitation, site);
          break;
        case "invitation-over":
          card.withdraw(frame.invitation);
          break;
        case "navigate":
          makeWay();
          pushes.open(frame);
          break;
        default: // the chat's
      }
      render();
    },
    lineChanged(state) {
      if (state.kind === "closed" && state.code !== undefined) {
        card.offer(undefined, site);
        if (state.code === BANNED) close();
        surface.button.hidden = true;
      }
      view.setLine(state);
      render();
    },
    resume: () => chat.resume(),
  };
}
