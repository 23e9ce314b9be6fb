import { isLive } from "../../../chat/conversation.ts";
import type { Body, MessageDraft } from "../../../chat/message.ts";
import type { Correction, CorrectResult } from "../../../chat/store.ts";
import { conversationById } from "../queries/conversations.ts";
import { changeBody, messageAt, messageById } from "../queries/messages.ts";
import { toConversation, toMessage } from "../rows.ts";
import { first, run, type Steps } from "../steps.ts";
import { again, appended, takeSeqAsWriter } from "./append.ts";
import { withWords } from "./messages.ts";

/** See `Store.correct`. */
export function* correct(correction: Correction): Steps<CorrectResult> {
  const { conversation: id, operator, seq, body, notBefore, entry } = correction;
  const draft: MessageDraft = {
    ...entry,
    author: { kind: "operator", ...operator },
    body: { kind: body === undefined ? "deleted" : "edited", seq },
  };
  const known = yield* first(messageById, { id: entry.id });
  if (known !== undefined) {
    const result = yield* again(known, draft, (row) => row.id === id);
    return result.ok ? { ...result, message: yield* withWords(result.message) } : { ok: false, reason: "not-found" };
  }
  const found = yield* first(conversationById, { id });
  if (found === undefined) return { ok: false, reason: "not-found" };
  const conversation = toConversation(found);
  if (!isLive(conversation)) return { ok: false, reason: "ended", conversation };
  if (found.status !== "open") return { ok: false, reason: "wrong-state", conversation };
  const message = yield* first(messageAt, { conversation: id, seq });
  if (
    message === undefined ||
    !CORRECTABLE[body === undefined ? "deleted" : "edited"].has(toMessage(message).body.kind)
  )
    return { ok: false, reason: "not-found", conversation };
  if (message.author !== "operator") return { ok: false, reason: "not-found", conversation };
  if (message.operator !== operator.id) return { ok: false, reason: "not-yours", conversation };
  if (message.at < notBefore) return { ok: false, reason: "too-late", conversation };
  const row = yield* takeSeqAsWriter(id, operator.id, "open", "open");
  if (row === undefined) return { ok: false, reason: "not-yours", conversation };
  yield* run(changeBody, { conversation: id, seq, body: JSON.stringify(body ?? { kind: "blank" }) });
  const result = yield* appended(row, draft);
  if (!result.ok) return { ok: false, reason: "not-found" };
  const told = yield* withWords(result.message);
  return { ...result, message: told, stored: [told] };
}

/** A pushed page can be taken back and is not turned into words. */
const CORRECTABLE: Record<"edited" | "deleted", ReadonlySet<Body["kind"]>> = {
  edited: new Set(["text", "rich"]),
  deleted: new Set(["text", "rich", "push"]),
};
