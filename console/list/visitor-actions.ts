import { newId } from "../../client/id.ts";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { acceptConversation, openChat } from "../chat/chats.ts";
import { changeDraft } from "../chat/drafts.ts";
import { isHeldHere, isKnownHere, isMineHere, join, openTransfer, takeOver } from "../chat/takes.ts";
import { openNotes } from "../chat/notes.ts";
import type { CommandId } from "../commands/table.ts";
import { mayTake } from "../queue/queue.ts";
import { ask } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { t } from "../strings/t.ts";
import { copyText } from "../ui/copy-button.tsx";
import { toast } from "../ui/toast.tsx";
import { openVisitor } from "../visitor/open.ts";
import { askForBan } from "../administration/ban.ts";
import { visitorName } from "./show.ts";
import { askForRemark } from "./remark.ts";
import { askForChat } from "./request-chat.ts";

/** What can be done with a visitor, in the menu and by a key; each is a command of the same name (commands/table.ts). */
export const VISITOR_ACTIONS = [
  "accept",
  "open",
  "request",
  "withdraw",
  "take-over",
  "join",
  "transfer",
  "push",
  "details",
  "remark",
  "notes",
  "resolve",
  "copy",
  "ban",
] as const satisfies readonly CommandId[];
export type VisitorAction = (typeof VISITOR_ACTIONS)[number];

/** What can be done with a visitor as the row stands. */
export function isPossible(action: VisitorAction, row: VisitorRow): boolean {
  switch (action) {
    case "accept":
      return row.status === "requesting" && isKnownHere(row.conversation ?? "") && mayTake(row.conversation ?? "");
    case "open":
      return row.conversation !== undefined && row.status !== "requesting";
    case "request":
      return row.status === "online";
    case "withdraw":
      return row.status === "invited";
    case "take-over":
    case "join":
      return row.status === "chatting" && !isMineHere(row.conversation ?? "");
    case "transfer":
      return row.status === "chatting" && isHeldHere(row.conversation ?? "");
    case "push":
      return row.status === "chatting" && isMineHere(row.conversation ?? "");
    case "resolve":
      return row.hostName === undefined;
    case "details":
    case "remark":
    case "notes":
    case "copy":
    case "ban":
      return true;
  }
}

/** What a double-click or Enter does: the one thing that is next for this visitor. */
export function nextAction(row: VisitorRow): VisitorAction | undefined {
  if (row.status === "requesting") return "accept";
  return (["open", "request"] as const).find((action) => isPossible(action, row));
}

/** Does it, if it is possible, and tells what the server refuses. */
export async function act(action: VisitorAction, row: VisitorRow): Promise<void> {
  if (!isPossible(action, row)) {
    if (action === "accept" && row.status === "requesting") toast(whoseTurn(row), "problem");
    return;
  }
  try {
    await perform(action, row);
  } catch (problem) {
    toast(refusalSentence(problem), "problem");
  }
}

/** Why a request is not this operator's to take. */
function whoseTurn({ conversation = "", operator }: VisitorRow): string {
  if (!isKnownHere(conversation)) return t("administration.otherDepartment");
  return operator === undefined ? t("queue.waitsForTurn") : t("queue.offeredTo", { name: operator });
}

async function perform(action: VisitorAction, row: VisitorRow): Promise<void> {
  const { visitor, conversation = "" } = row;
  const site = useMe.getState().siteId ?? "";
  switch (action) {
    case "accept":
      return acceptConversation(conversation);
    case "open":
      return openChat(conversation);
    case "request":
      return askForChat(row);
    case "withdraw":
      await ask({ type: "withdraw", id: newId(), site, visitor });
      return;
    case "push":
      changeDraft(conversation, { input: "url" });
      return openChat(conversation);
    case "take-over":
      return takeOver(conversation, row.operator);
    case "join":
      return join(conversation);
    case "transfer":
      return openTransfer(conversation);
    case "details":
      return openVisitor(site, visitor);
    case "ban":
      return askForBan({ site, visitor, name: visitorName(row) });
    case "remark":
      return askForRemark(row);
    case "notes":
      return openNotes(site, visitor);
    case "resolve":
      await ask({ type: "resolve", id: newId(), site, visitor });
      return;
    case "copy":
      if (await copyText(row.address)) toast(t("list.copiedAddress", { address: row.address }));
      else toast(t("shell.copyFailed"), "problem");
  }
}
