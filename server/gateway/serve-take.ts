import type { Person } from "../../chat/conversation.ts";
import { serves } from "../../chat/department.ts";
import { ChatError } from "../../chat/error.ts";
import type { Body } from "../../chat/message.ts";
import { may } from "../../chat/permissions.ts";
import type { Draft, FromOperator } from "../../protocol/operator-to-server.ts";
import type { Core } from "./core.ts";

type TakeFrame = Extract<
  FromOperator,
  { type: "edit" | "delete" | "take-over" | "join" | "step-out" | "transfer" | "transfer-answer" }
>;

/** Turns what an operator wishes of a chat's hands, or of a message of their own, into the rules' verbs. */
export async function serveTake(
  core: Core,
  { id, name }: Person,
  frame: TakeFrame,
  read: (draft: Draft) => Body,
): Promise<unknown> {
  const { takes, corrections } = core;
  const who = { id, name };
  switch (frame.type) {
    case "edit": {
      const body = read(frame.draft);
      if (body.kind !== "text" && body.kind !== "rich")
        throw new ChatError("not-allowed", "A message stays a message: to push a page, send it anew.");
      return corrections.edit(who, { id: frame.id, conversation: frame.conversation, seq: frame.seq, body });
    }
    case "delete":
      return corrections.delete(who, { id: frame.id, conversation: frame.conversation, seq: frame.seq });
    case "take-over":
      return takes.takeOver(who, frame);
    case "join":
      return takes.join(who, frame);
    case "step-out":
      return takes.stepOut(who, frame);
    case "transfer":
      return transfer(core, who, frame);
    case "transfer-answer":
      return answer(core, who, frame);
  }
}

async function transfer(core: Core, who: Person, frame: Extract<TakeFrame, { type: "transfer" }>): Promise<void> {
  const wish = { id: frame.id, conversation: frame.conversation, word: frame.word ?? "" };
  const site = core.conversations.live.get(frame.conversation)?.site;
  if (frame.department !== undefined) {
    const department = core.departments.byId(frame.department);
    if (department === undefined || (site !== undefined && !serves(department, site)))
      throw new ChatError("not-found", "There is no such department for this site.");
    return core.takes.offer(who, { ...wish, department: { id: department.id, name: department.name } });
  }
  if (frame.to === undefined) return core.takes.offer(who, wish);
  const colleague = core.staff.byId(frame.to);
  if (colleague === undefined || colleague.suspendedAt !== undefined)
    throw new ChatError("not-found", "There is no such operator any more.");
  // To be offered a chat opens it to a colleague, but not on a site that is none of theirs.
  if (site !== undefined && !may(colleague, "chat.take", { site }))
    throw new ChatError("not-allowed", `${colleague.name} does not work for this site.`);
  return core.takes.offer(who, { ...wish, to: { id: colleague.id, name: colleague.name } });
}

function answer(
  { staff, takes }: Core,
  who: Person,
  { id, conversation, answer }: Extract<TakeFrame, { type: "transfer-answer" }>,
): Promise<void> {
  const wish = { id, conversation };
  switch (answer) {
    case "accepted":
      return takes.accept(who, { ...wish, departments: staff.byId(who.id)?.departments ?? [] });
    case "handed-back":
      return takes.handBack(who, wish);
    case "withdrawn":
      return takes.withdraw(who, wish);
  }
}
