import type { Body, Message } from "../../protocol/message.ts";
import type { VisitorConversation } from "../../protocol/server-to-visitor.ts";
import type { Pending } from "./chat.ts";

type Said = Extract<Body, { kind: "text" | "rich" | "push" }>;
export type Progress = "sending" | "sent" | "delivered" | "read";

/** One thing in the log as it stands on the screen, from top to bottom. */
export type Entry =
  | { kind: "day"; key: string; at: number }
  | { kind: "event"; key: string; event: "accepted" | "ended" | "missed"; operator: string }
  | { kind: "said"; key: string; seq: number; mine: boolean; operator: string; body: Said; isWaiting: boolean }
  /** Under a group: its time and, under the last of the visitor's own, how far it has got. */
  | { kind: "foot"; key: string; at: number; mine: boolean; progress?: Progress }
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
  let day = dayOf(now);
  /** What has been said last, with no time under it yet. */
  let open: { id: string; at: number; who: string; progress?: Progress } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { id, at, who, progress } = open;
    entries.push({ kind: "foot", key: `foot ${id}`, at, mine: who === "", ...(progress && { progress }) });
    open = undefined;
  };
  const say = (id: string, at: number, who: string, progress?: Progress) => {
    if (open !== undefined && (open.who !== who || at - open.at > GROUP_MS)) close();
    open = { id, at, who, ...(progress && { progress }) };
  };

  for (const { id, seq, author, at, body } of messages) {
    const operator = author.kind === "operator" ? author.name : (conversation?.operator ?? "");
    if (body.kind === "event") {
      const { event } = body;
      if (event !== "accepted" && event !== "ended" && event !== "missed") continue;
      close();
      entries.push({ kind: "event", key: id, event, operator });
    } else if (isSaid(body)) {
      if (dayOf(at) !== day) {
        close();
        day = dayOf(at);
        entries.push({ kind: "day", key: `day ${day}`, at });
      }
      const mine = author.kind === "visitor";
      say(
        id,
        at,
        mine ? "" : `by ${operator}`,
        id === lastOwn?.id && pending.length === 0 ? reached(seq, conversation) : undefined,
      );
      entries.push({ kind: "said", key: id, seq, mine, operator, body, isWaiting: false });
    }
  }
  for (const { id, text, at, refused } of pending) {
    if (refused === undefined) say(id, at, "", "sending");
    else close();
    entries.push({
      kind: "said",
      key: id,
      seq: 0,
      mine: true,
      operator: "",
      body: { kind: "text", text },
      isWaiting: true,
    });
    if (refused !== undefined) entries.push({ kind: "refused", key: `refused ${id}`, id, ...refused });
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
