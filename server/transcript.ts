import type { Conversation } from "../chat/conversation.ts";
import type { Body, Message } from "../chat/message.ts";

/** A chat as a JSON file: the same form as the console saves. */
export function transcriptAsJson(conversation: Conversation, site: string, messages: readonly Message[]): string {
  const { id, visitor, visitorName, status, operator, requestedAt, acceptedAt, endedAt } = conversation;
  const facts = {
    format: "shopbell-chat",
    version: 1,
    id,
    site,
    visitor,
    visitorName,
    status,
    operator: operator?.name,
    requestedAt: iso(requestedAt),
    acceptedAt: iso(acceptedAt),
    endedAt: iso(endedAt),
  };
  const entries = messages.map(({ seq, author, at, body }) => ({ seq, at: iso(at), author, body }));
  return `${JSON.stringify({ ...facts, messages: entries }, null, 2)}\n`;
}

/** A chat as text, with times in UTC: servers seldom stand where their readers are. */
export function transcriptAsText(conversation: Conversation, site: string, messages: readonly Message[]): string {
  const { visitor, visitorName, requestedAt } = conversation;
  const who = visitorName === undefined ? `#${visitor}` : `${visitorName} (#${visitor})`;
  const lines = messages.map(({ author, at, body }) => {
    const speaker =
      author.kind === "operator" ? author.name : author.kind === "visitor" ? (visitorName ?? `#${visitor}`) : "";
    return `[${(iso(at) ?? "").slice(11, 19)}] ${speaker === "" ? "" : `${speaker}: `}${wordsOf(body)}`;
  });
  return `${[`Chat with ${who}`, `${site}, ${iso(requestedAt) ?? ""}`, "", ...lines].join("\n")}\n`;
}

function wordsOf(body: Body): string {
  switch (body.kind) {
    case "text":
      return body.text;
    case "rich":
      return textOf(body.tree);
    case "push":
      return `-> ${body.url}`;
    case "pushed":
      return `* the address pushed before: ${body.result}`;
    case "event":
      return `* ${[body.event, body.whom?.name, body.department?.name, body.word].filter(Boolean).join(": ")}`;
    case "edited":
      return "* a message was edited";
    case "deleted":
      return "* a message was deleted";
    case "blank":
      return "* a deleted message";
  }
}

/** Rich text without its looks; the JSON form has all of it. */
function textOf(node: unknown): string {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.map(textOf).join("");
  const { tag, href, src, alt = "", children = [] } = Object(node) as Record<string, unknown>;
  if (tag === "br" || tag === "hr") return "\n";
  if (tag === "img") return `${String(alt)} <${String(src)}>`;
  const inner = textOf(children);
  return tag === "a" && href !== inner
    ? `${inner} <${String(href)}>`
    : /^(?:p|li|h\d|tr|pre)$/.test(String(tag))
      ? `${inner}\n`
      : inner;
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
