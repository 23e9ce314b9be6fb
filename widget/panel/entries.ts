import type { Body, Message } from "../../protocol/message.ts";
import type { VisitorConversation } from "../../protocol/server-to-visitor.ts";
import type { Pending } from "./chat.ts";

type Said = Extract<Body, { kind: "text" | "rich" | "push" }>;
export type Progress = "sending" | "sent" | "delivered" | "read";

/** Of what happens in a chat, what its visitor is told. */
const SHOWN_EVENTS = [
  "accepted",
  "joined",
  "taken-over",
  "transferred",
  "stepped-out",
  "ended",
  "missed",
  "deleted",
] as const;
export type ShownEvent = (typeof SHOWN_EVENTS)[number];

/** One thing in the log as it stands on the screen, from top to bottom. */
export type Entry =
  | { kind: "day"; key: string; at: number }
  | { kind: "event"; key: string; event: ShownEvent; operator: string }
  | {
      kind: "said";
      key: string;
      seq: number;
      mine: boolean;
      operator: string;
      body: Said;
      isEdited: boolean;
      isWaiting: boolean;
    }
  /** Under a group: its time and, under the last of the visitor's own, how far it has got. */
  | { kind: "foot"; key: string; at: number; mine: boolean; operator: string; progress?: Progress }
  | { kind: "refused"; key: string; id: string; code: string; sentence: string };

/** What one side says within this time shares one time under the last of it. */
const GROUP_MS = 120_000;

interface Layout {
  messages: readonly Message[];
  pending: readonly Pending[];
  conversation: VisitorConversation | undefined;
  /** The clock: today's messages need no date above them. */
  now: number;
}

/** Lays out a conversation. Keys stay with a message from the moment it is written, so that nothing jumps when it is sent. */
export function entriesOf({ messages, pending, conversation, now }: Layout): Entry[] {
  const entries: Entry[] = [];
  const lastOwn = messages.findLast(({ author, body }) => author.kind === "visitor" && isSaid(body));
  const changed = (kind: "edited" | "deleted") =>
    new Set(messages.map(({ body }) => (body.kind === kind ? body.seq : undefined)));
  const edited = changed("edited");
  const deleted = changed("deleted");
  /** With more than one, it must be seen who says what. */
  const operators = new Set(
    messages.map(({ author, body }) => isSaid(body) && author.kind === "operator" && author.name),
  );
  operators.delete(false);
  let day = dayOf(now);
  /** What has been said last, with no time under it yet; `who` is empty for the visitor. */
  let open: { id: string; at: number; who: string; progress: Progress | undefined } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { id, at, who, progress } = open;
    const operator = operators.size > 1 ? who : "";
    entries.push({ kind: "foot", key: `foot ${id}`, at, mine: who === "", operator, ...(progress && { progress }) });
    open = undefined;
  };
  const say = (id: string, at: number, who: string, seq: number, body: Said, progress?: Progress) => {
    if (open !== undefined && (open.who !== who || at - open.at > GROUP_MS)) close();
    open = { id, at, who, progress };
    const said = { seq, body, operator: who, mine: who === "", isEdited: edited.has(seq), isWaiting: seq === 0 };
    entries.push({ kind: "said", key: id, ...said });
  };

  for (const { id, seq, author, at, body } of messages) {
    const who = author.kind === "operator" ? author.name : "";
    const event = deleted.has(seq)
      ? "deleted"
      : body.kind === "event" && SHOWN_EVENTS.find((name) => name === body.event);
    if (event) {
      close();
      entries.push({ kind: "event", key: id, event, operator: who });
    } else if (isSaid(body)) {
      if (dayOf(at) !== day) {
        close();
        day = dayOf(at);
        entries.push({ kind: "day", key: `day ${day}`, at });
      }
      const isLast = id === lastOwn?.id && pending.length === 0;
      say(id, at, who, seq, body, isLast ? reached(seq, conversation) : undefined);
    }
  }
  for (const { id, text, at, refused } of pending) {
    if (refused !== undefined) close();
    say(id, at, "", 0, { kind: "text", text }, "sending");
    if (refused === undefined) continue;
    open = undefined; // it has no time: it was never sent
    entries.push({ kind: "refused", key: `refused ${id}`, id, ...refused });
  }
  close();
  return entries;
}

function reached(seq: number, conversation: VisitorConversation | undefined): Progress {
  const { delivered, seen } = conversation?.theirs ?? { delivered: 0, seen: 0 };
  return seen >= seq ? "read" : delivered >= seq ? "delivered" : "sent";
}

function isSaid(body: Body): body is Said {
  return body.kind === "text" || body.kind === "rich" || body.kind === "push";
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}
