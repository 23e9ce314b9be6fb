import type { Ack, Refused } from "../../client/line.ts";
import type { ToVisitor } from "../../protocol/server-to-visitor.ts";
import { type Asked, isLooking } from "../connection.ts";
import type { Panel, Shell } from "../shell.ts";
import logCss from "../styles/log.css?inline";
import css from "../styles/panel.css?inline";
import { Chat } from "./chat.ts";
import { makeInvitationCard } from "./invitation-card.ts";
import { borrow, newId } from "./lent.ts";
import { makeNews } from "./news.ts";
import { makePagePush } from "./page-push.ts";
import { makePanelView } from "./panel-view.ts";
import { PANEL_STRINGS } from "./strings.ts";

/** Where styles/panel.css gives the panel the whole screen. */
const FULL_SCREEN = "(max-width: 480px), (max-height: 420px)";

/** Puts the panel on the page, closed. Called once, by the script that every page loads. */
export function mount(shell: Shell): Panel {
  const { surface, line, session, memory, language } = shell;
  const strings = PANEL_STRINGS[language];
  borrow(shell.tools);
  shell.tools.addStyle(surface.root, css);
  shell.tools.addStyle(surface.root, logCss);
  let isOpen = false;
  /** Known from an earlier page until the server says it again. */
  let site = session.get("site") ?? "";
  const news = makeNews(surface, strings);
  const pushes = makePagePush(line, session);
  const chat = new Chat({
    line,
    newId,
    onConversation: (id) => session.set("chat", id),
  });
  const view = makePanelView({
    strings,
    language,
    chat,
    draft: session.get("draft") ?? "",
    known: memory.read(),
    keep: (text) => session.set("draft", text === "" ? null : text),
    close: () => shell.close(),
    typing(typing) {
      if (chat.isLive && chat.conversation !== undefined)
        line.tell({ type: "typing", conversation: chat.conversation.id, typing });
    },
    report(seq, result) {
      if (chat.conversation !== undefined) pushes.report(chat.conversation.id, seq, result);
    },
    leave({ name, email, text }) {
      memory.change((before) => ({ ...before, name, email }));
      line.ask({ type: "leave", id: newId(), name, email, text }).catch(() => {}); // `settled` hears of it
    },
  });
  const card = makeInvitationCard(news.place, strings, (invitation, answer) => {
    line.ask({ type: "invitation", id: newId(), invitation, answer }).catch(() => {}); // it was over: nothing is lost by that
    if (answer === "accepted") shell.open();
    if (answer === "declined" && !isOpen) surface.button.focus();
  });
  view.setSite(site, Infinity);
  surface.layer.append(view.element);

  /** A panel that fills the screen would hide the very page that is to be shown. */
  const makeWay = () => {
    if (isOpen && matchMedia(FULL_SCREEN).matches) shell.close();
  };
  view.element.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("a:not([target])") !== null) makeWay();
  });

  const render = () => {
    view.render();
    news.count(chat.unread);
  };
  const look = () => {
    chat.look(isOpen && isLooking());
    render();
  };
  document.addEventListener("visibilitychange", look);

  const left = line.unsent().find((message) => message.type === "leave");
  if (left?.type === "leave") view.leaving(left);
  render();

  return {
    show(takeFocus) {
      isOpen = true;
      view.show(takeFocus);
      look();
    },
    hide() {
      isOpen = false;
      view.element.hidden = true;
      look();
    },
    hear(frame: ToVisitor) {
      chat.hear(frame);
      switch (frame.type) {
        case "welcome":
          site = frame.site.name;
          session.set("site", site);
          view.setSite(site, frame.limits.textLength);
          view.setOnline(frame.online);
          card.offer(frame.invitation, site);
          break;
        case "online":
          view.setOnline(frame.online);
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
      if (state.kind === "closed" && state.why !== "stopped") card.offer(undefined, site);
      view.setLine(state);
      render();
    },
    settled(message: Asked, result: Ack | Refused) {
      chat.settled(message, result);
      const refused = "code" in result ? result : undefined;
      if (message.type === "leave") view.left(message.email, refused?.message);
      // Nobody is there after all: what was written goes into the form.
      if (message.type === "send" && refused?.code === "nobody-online")
        view.leaveInstead(chat.take(message.id) ?? message.text);
      render();
    },
    resume: () => chat.resume(),
  };
}
