import type { Conversation, Person, Transfer } from "./conversation.ts";
import type { HappenedBody, ReleaseReason } from "./message.ts";

/** What an operator wishes to be in a chat, or somebody else to be. */
export type Take =
  /** `from`: whoever had it when the wish was made. Of two who take it from the same colleague exactly one wins. */
  | { take: "over"; from: string }
  | { take: "join" }
  | { take: "step-out" }
  | { take: "offer"; transfer: Transfer }
  /** `departments`: those that the operator belongs to. */
  | { take: "accept"; departments: readonly string[] }
  | { take: "hand-back" }
  | { take: "withdraw" }
  /** The server's own: who has it is gone, or may not have it any more. `heirs`: ids of those who can go on with it if they have joined. */
  | { take: "release"; why: ReleaseReason; heirs: readonly string[] };

/** Who has a chat, who has joined, and to whom it is offered. Without an operator it is a request again. */
export interface Parts {
  operator: Person | undefined;
  others: Person[];
  transfer: Transfer | undefined;
  /** Id of the department that the chat belongs to. */
  department: string | undefined;
}

/** `taken`: a colleague has it. `over`: nothing is offered any more. `holder`: a chat has to be with somebody. */
export type TakeRefusal = "not-found" | "ended" | "wrong-state" | "taken" | "over" | "not-yours" | "holder";

export type Decision =
  | { do: "change"; parts: Parts; event: HappenedBody }
  /** It is so already. */
  | { do: "nothing" }
  | { do: "refuse"; reason: TakeRefusal };

/** What a wish makes of a conversation. Stores call it within their verb, so that nothing comes in between. */
export function decide(conversation: Conversation, who: Person, wish: Take): Decision {
  // Nobody waits for the answer: what has changed hands or is over meanwhile is as it should be.
  if (wish.take === "release") return release(conversation, who, wish);
  if (conversation.status === "requesting") return refuse("wrong-state");
  if (conversation.status !== "open") return refuse("ended");
  const { operator, transfer, others = [], department } = conversation;
  const parts = { operator, others, transfer, department };
  const has = operator?.id === who.id;
  const isIn = others.some(({ id }) => id === who.id);
  switch (wish.take) {
    case "over":
      if (has) return { do: "nothing" };
      return operator?.id === wish.from ? pass(parts, who, "taken-over") : refuse("taken");
    case "join":
      if (has || isIn) return { do: "nothing" };
      return change({ ...parts, others: [...others, who] }, { event: "joined" });
    case "step-out":
      if (has) return refuse("holder");
      if (!isIn) return { do: "nothing" };
      return change({ ...parts, others: without(others, who) }, { event: "stepped-out" });
    case "offer":
      if (!has) return refuse("not-yours");
      return change({ ...parts, transfer: wish.transfer }, offering(wish.transfer));
    case "accept":
      if (has) return { do: "nothing" };
      return isOfferedTo(transfer, who.id, wish.departments) ? pass(parts, who, "transferred") : refuse("over");
    case "hand-back":
      if (transfer?.to?.id !== who.id) return refuse("over");
      return change({ ...parts, transfer: undefined }, { event: "handed-back", whom: transfer.from });
    case "withdraw":
      if (!has) return refuse("not-yours");
      if (transfer === undefined) return { do: "nothing" };
      return change({ ...parts, transfer: undefined }, { event: "transfer-withdrawn" });
  }
}

/** Whether a chat waits for this operator to accept it. */
export function isOfferedTo(
  transfer: Transfer | undefined,
  operator: string,
  departments: readonly string[],
): transfer is Transfer {
  if (transfer === undefined || transfer.from.id === operator) return false;
  return transfer.to?.id === operator || departments.includes(transfer.department?.id ?? "");
}

/** A colleague who is in the chat goes on with it; without one it waits for somebody, and nothing of who was in it is left. */
function release(
  { status, operator, others = [], transfer, department }: Conversation,
  who: Person,
  { why, heirs }: Extract<Take, { take: "release" }>,
): Decision {
  if (status !== "open" || operator?.id !== who.id) return { do: "nothing" };
  const heir = others.find(({ id }) => heirs.includes(id));
  if (heir !== undefined) {
    const parts = { operator: heir, others: without(others, heir), transfer: undefined, department };
    return change(parts, { event: "released", why, whom: heir });
  }
  // What a department was being asked to take waits for that department.
  const parts = {
    operator: undefined,
    others: [],
    transfer: undefined,
    department: transfer?.department?.id ?? department,
  };
  return change(parts, { event: "released", why });
}

/** The chat goes to somebody else; what was offered is settled by it. */
function pass(from: Parts, to: Person, event: "taken-over" | "transferred"): Decision {
  const { operator, others, transfer } = from;
  // What a department was asked to take is the department's when it has been taken.
  const department = (event === "transferred" ? transfer?.department?.id : undefined) ?? from.department;
  const parts = { operator: to, others: without(others, to), transfer: undefined, department };
  return change(parts, { event, ...(operator !== undefined && { whom: operator }) });
}

function offering({ to, department, word }: Transfer): Omit<HappenedBody, "kind"> {
  return {
    event: "transfer-offered",
    ...(to !== undefined && { whom: to }),
    ...(department !== undefined && { department }),
    ...(word !== "" && { word }),
  };
}

function change(parts: Parts, event: Omit<HappenedBody, "kind">): Decision {
  return { do: "change", parts, event: { kind: "event", ...event } };
}

function refuse(reason: TakeRefusal): Decision {
  return { do: "refuse", reason };
}

function without(others: readonly Person[], who: Person): Person[] {
  return others.filter(({ id }) => id !== who.id);
}
