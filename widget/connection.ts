import { newId } from "../client/id.ts";
import { type Ack, Line, type LineState, type Refused } from "../client/line.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { FromVisitor } from "../protocol/visitor-to-server.ts";
import type { Memory } from "./memory.ts";
import { outboxStore } from "./outbox-store.ts";
import { currentPage, watchPage } from "./page-watch.ts";
import type { Tag } from "./script-tag.ts";
import type { Drawer } from "./storage.ts";
import { openPage, tellVisit } from "./visit.ts";

/** What a visitor's line says about something it was asked to send. */
export type Asked = FromVisitor & { id: string };
export type VisitorLine = Line<FromVisitor, ToVisitor>;
export type Resume = { conversation: string; after: number };

export interface Listener {
  hear(frame: ToVisitor): void;
  lineChanged(state: LineState): void;
  settled(message: Asked, result: Ack | Refused): void;
  /** What this tab shows, for `hello`. */
  resume(): Resume | undefined;
}

export const isLooking = () => document.visibilityState === "visible";

/** Puts this tab on the line and keeps the server told where it is, until the page is left. */
export function connect(
  { site, source }: Tag,
  memory: Memory,
  drawers: { local: Drawer; session: Drawer },
  listener: Listener,
): VisitorLine {
  const { session } = drawers;
  // While the page lives its name is not in the storage: a copy of the tab would copy it, and be taken for the same tab.
  const takeTab = () => {
    const kept = session.get("tab");
    session.set("tab", null);
    return kept;
  };
  const tab = takeTab() ?? newId();
  const arrive = () => memory.change((before) => openPage(before, Date.now(), document.referrer, location.origin));

  const hello = (): FromVisitor => {
    const remembered = memory.read();
    const { token, name, email } = remembered;
    const resume = listener.resume();
    return {
      type: "hello",
      version: PROTOCOL_VERSION,
      site,
      tab,
      page: currentPage(),
      looking: isLooking(),
      visit: tellVisit(remembered, Date.now()),
      language: navigator.language.slice(0, 35),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone.slice(0, 64),
      ...(token && { token }),
      ...(name && { name }),
      ...(email && { email }),
      ...(resume && { resume }),
    };
  };

  const url = new URL("/ws/visitor", source);
  url.protocol = url.protocol.replace("http", "ws");
  const line: VisitorLine = new Line<FromVisitor, ToVisitor>({
    url: url.href,
    hello,
    receive: (frame) => listener.hear(frame),
    onState: (state) => listener.lineChanged(state),
    onSettled: (message, result) => listener.settled(message, result),
    outbox: outboxStore(drawers.local, tab),
  });

  const look = () => {
    line.tell({ type: "looking", looking: isLooking() });
    if (isLooking()) line.retryNow();
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look); // of two windows side by side, the one that was clicked
  addEventListener("online", () => line.retryNow());
  watchPage((page, moved) => {
    if (moved) arrive();
    line.tell({ type: "page", page });
  });
  // An open socket would keep the page out of the browser's back/forward cache.
  addEventListener("pagehide", () => {
    session.set("tab", tab);
    memory.change((before) => ({ ...before, lastAt: Date.now() }));
    line.tell({ type: "bye" });
    line.stop();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    takeTab();
    arrive();
    line.start();
  });

  arrive();
  line.start();
  return line;
}
