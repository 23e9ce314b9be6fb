import type { Body, Message } from "../../protocol/message.ts";
import type { Pending } from "./pending.ts";
import { type Outcome, outcomes } from "./pushes.ts";

/** One thing in the log as it stands on the screen, from top to bottom. */
export type Entry =
  /** A centred line: a new day, what happened (the request and its acceptance are one), or both. */
  | { kind: "line"; key: string; at: number; newDay: boolean; events: readonly EventLine[] }
  /** Something said. `closesGroup`: the time stands under it. */
  | { kind: "bubble"; key: string; message: Message; closesGroup: boolean; edited: boolean }
  | { kind: "push"; key: string; message: Message; closesGroup: boolean; outcome?: Outcome }
  | { kind: "pending"; key: string; pending: Pending; closesGroup: boolean };

export interface EventLine extends Omit<Extract<Body, { kind: "event" }>, "kind"> {
  author: Message["author"];
}

/** Things said by one side within this time share one line with the time of the last. */
const GROUP_MS = 120_000;

/**
 * Lays out a conversation: days apart, events in the middle, reports on pushes folded into them, what is said close together
 * grouped, and what the server has not taken yet at the end. A message is keyed by its id in both of its lives, so that it
 * does not jump when it arrives.
 */
export function entriesOf(messages: readonly Message[], pending: readonly Pending[]): Entry[] {
  const reports = outcomes(messages);
  const edited = new Set(messages.flatMap(({ body }) => (body.kind === "edited" ? [body.seq] : [])));
  const entries: Entry[] = [];
  let day = "";
  for (const message of messages) {
    const { body, at } = message;
    if (body.kind === "pushed" || body.kind === "edited" || body.kind === "deleted") continue;
    const newDay = dayOf(at) !== day;
    day = dayOf(at);
    if (body.kind === "event") {
      const { kind: _, ...happened } = body;
      const event = { ...happened, author: message.author };
      const opening = entries[0];
      if (body.event === "accepted" && !newDay && opening?.kind === "line" && opening.events.length === 1)
        opening.events = [...opening.events, event];
      else entries.push({ kind: "line", key: message.id, at, newDay, events: [event] });
      continue;
    }
    if (newDay) entries.push({ kind: "line", key: `day ${day}`, at, newDay, events: [] });
    const before = entries.at(-1);
    if (continues(before, message)) before.closesGroup = false;
    const outcome = reports.get(message.seq);
    if (body.kind === "push")
      entries.push({ kind: "push", key: message.id, message, closesGroup: true, ...(outcome && { outcome }) });
    else
      entries.push({
        kind: "bubble",
        key: message.id,
        message,
        closesGroup: true,
        // Of what was deleted nobody needs to know that it was edited first.
        edited: edited.has(message.seq) && body.kind !== "blank",
      });
  }
  for (const one of pending) {
    // So that nothing moves when the pending message becomes one of the conversation's.
    const before = entries.at(-1);
    if (isContinuedBy(before, one)) before.closesGroup = false;
    entries.push({ kind: "pending", key: one.id, pending: one, closesGroup: true });
  }
  return entries;
}

/** The last message of the operators' side, under which "delivered" or "read" stands. */
export function lastOwnSeq(messages: readonly Message[]): number {
  // One that was deleted has its place there still.
  const own = messages.findLast(
    ({ author, body }) => author.kind === "operator" && (isSaid(body.kind) || body.kind === "blank"),
  );
  return own?.seq ?? 0;
}

function isSaid(kind: Message["body"]["kind"]): boolean {
  return kind === "text" || kind === "rich" || kind === "push";
}

function continues(before: Entry | undefined, message: Message): before is Extract<Entry, { kind: "bubble" | "push" }> {
  if (before === undefined || (before.kind !== "bubble" && before.kind !== "push")) return false;
  return message.at - before.message.at <= GROUP_MS && writer(before.message) === writer(message);
}

function isContinuedBy(before: Entry | undefined, next: Pending): before is Extract<Entry, { closesGroup: boolean }> {
  if (before === undefined || before.kind === "line" || next.state.kind === "refused") return false;
  if (before.kind === "pending") return before.pending.state.kind !== "refused";
  return before.message.author.kind === "operator" && next.at - before.message.at <= GROUP_MS;
}

function writer({ author }: Message): string {
  return author.kind === "operator" ? `operator ${author.id ?? author.name}` : author.kind;
}

function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
