import type { Body, Message } from "../../protocol/message.ts";

/** Messages for tests: numbered from 1, a minute apart unless told. */
export function conversationOf(
  ...parts: { by: "visitor" | "operator" | "system"; body: Body; at?: number }[]
): Message[] {
  return parts.map(({ by, body, at }, index) => ({
    seq: index + 1,
    id: `message-${index + 1}`,
    author: by === "operator" ? { kind: by, id: "operator-1", name: "M. Okafor" } : { kind: by },
    at: at ?? Date.UTC(2026, 8, 12, 12, index),
    body,
  }));
}

export function text(words: string): Body {
  return { kind: "text", text: words };
}
