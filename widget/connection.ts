import { type LineState, Wire } from "../client/wire.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { FromVisitor } from "../protocol/visitor-to-server.ts";
import { isLooking } from "./dom.ts";
import type { Memory } from "./memory.ts";
import { currentPage, watchPage } from "./page-watch.ts";
import type { Tag } from "./script-tag.ts";
import type { Drawer } from "./storage.ts";
import { openPage, tellVisit } from "./visit.ts";

export type VisitorWire = Wire<FromVisitor, ToVisitor>;
export type Resume = { conversation: string; after: number };
type Hello = Extract<FromVisitor, { type: "hello" }>;

interface Options {
  tag: Tag;
  memory: Memory;
  session: Drawer;
  /** What `hello` says beside where this tab is. */
  more(): { [Name in "resume" | "look" | "attributes"]: Hello[Name] | undefined };
  hear(frame: ToVisitor): void;
  lineChanged(state: LineState): void;
  /** Resolved when the server has said who this visitor is. */
  isKnown: Promise<unknown>;
}

/** How long a first visit's second tab waits for the first one's answer. */
const PATIENCE_MS = 3_000;

/**
 * The visitor's time zone. The first use of `Intl` in a page reads the browser's tables of all languages, 25 ms on a desk and a long
 * task on a phone; `Temporal` just knows.
 */
function timeZone(): string {
  const { Temporal } = globalThis as { Temporal?: { Now: { timeZoneId(): string } } };
  return Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Puts this tab on the line and keeps the server told where it is, until the page is left. */
export function connect({ tag, memory, session, more, hear, lineChanged, isKnown }: Options) {
  // While the page lives its name is not in the storage: a copy of the tab would copy it, and be taken for the same tab.
  const takeTab = () => {
    const kept = session.get("tab");
    if (kept) session.set("tab", null);
    return kept;
  };
  const tab = takeTab() ?? Date.now() + Math.random().toString(36);
  const arrive = () => memory.change(openPage(memory.read(), Date.now(), document.referrer, location.origin));

  const wire: VisitorWire = new Wire<FromVisitor, ToVisitor>({
    url: new URL("/ws/visitor", tag.source).href.replace("http", "ws"),
    hello() {
      const remembered = memory.read();
      const { token, name, email } = remembered;
      return {
        type: "hello",
        version: PROTOCOL_VERSION,
        site: tag.site,
        tab,
        page: currentPage(),
        looking: isLooking(),
        visit: tellVisit(remembered, Date.now()),
        language: navigator.language,
        languages: [tag.language, document.documentElement.lang, navigator.language].join(),
        timeZone: timeZone(),
        token: token || undefined,
        name: name || undefined,
        email: email || undefined,
        ...more(),
      } as Hello; // what is undefined is not written
    },
    receive: hear,
    onState: lineChanged,
  });

  const look = () => {
    wire.tell({ type: "looking", looking: isLooking() });
    if (isLooking()) wire.retryNow();
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look); // of two windows side by side, the one that was clicked
  addEventListener("online", () => wire.retryNow());
  addEventListener("offline", () => wire.giveUp()); // the browser may keep a dead socket for minutes
  watchPage((page, moved) => {
    if (moved) arrive();
    wire.tell({ type: "page", page });
  });
  // An open socket would keep the page out of the browser's back/forward cache.
  addEventListener("pagehide", () => {
    session.set("tab", tab);
    memory.change({ lastAt: Date.now() });
    wire.tell({ type: "bye" });
    wire.stop();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    takeTab();
    arrive();
    wire.start();
  });

  arrive();
  const begin = () => wire.start();
  // Two tabs that open a first visit at once would be two visitors: the second waits until the first has been told who it is.
  if (memory.read().token || !(navigator as Partial<Navigator>).locks) begin();
  else {
    const waiting = { signal: AbortSignal.timeout(PATIENCE_MS) };
    navigator.locks.request(`shopbell:${tag.site}`, waiting, () => (begin(), isKnown)).catch(begin);
  }
  return { wire, tab };
}
