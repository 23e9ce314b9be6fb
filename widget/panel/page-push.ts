import type { PushResult } from "../../protocol/message.ts";
import type { Speaker } from "./chat.ts";
import type { Drawer } from "../storage.ts";
import { safeUrl } from "./links.ts";

/** By then a page that was to be opened has been left, or will not be: it was a download, or somebody prevented it. */
const GIVEN_UP_AFTER_MS = 5_000;
const KEY = "push";

interface Push {
  conversation: string;
  seq: number;
  url: string;
}

export interface PagePush {
  /** Goes to the page, if it is one of this site. Anything else waits on its card for the visitor's click. */
  open(push: Push): void;
  report(conversation: string, seq: number, result: PushResult): void;
}

/**
 * Opens pages that an operator pushes, and tells the operator's side what became of them. Where the last page of this tab
 * was left for a pushed one, this is that page.
 */
export function makePagePush(line: Speaker, session: Drawer): PagePush {
  const report: PagePush["report"] = (conversation, seq, result) => {
    // The id is of what it says, so that several tabs that see the same thing tell it once.
    const id = `${result}-${seq}-${conversation}`.slice(0, 64);
    line.ask({ type: "pushed", id, conversation, seq, result }).catch(() => {}); // the chat had ended: nobody asks any more
  };
  /** Reports once, however often the page and the clock have something to say. */
  const settle = (record: string | null, result: PushResult) => {
    if (record === null || session.get(KEY) !== record) return;
    session.set(KEY, null);
    const { conversation, seq } = JSON.parse(record) as Push;
    report(conversation, seq, result);
  };
  settle(session.get(KEY), "loaded");
  return {
    report,
    open(push) {
      const target = safeUrl(push.url);
      if (target === undefined || new URL(target).origin !== location.origin) return;
      const left = location.href;
      const isThere = () => location.href === target && left !== target;
      const record = JSON.stringify(push);
      session.set(KEY, record);
      location.assign(target);
      // A place on the same page: no other document will be loaded.
      if (isThere()) settle(record, "loaded");
      else setTimeout(() => settle(record, isThere() ? "loaded" : "failed"), GIVEN_UP_AFTER_MS);
    },
  };
}
