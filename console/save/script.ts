import type { Message } from "../../protocol/message.ts";
import type { OperatorConversation } from "../../protocol/server-to-operator.ts";
import type { RichNode } from "../../protocol/rich-text.ts";

/** A chat as it is written into a file: the words are there already, in the operator's language. */
export interface Script {
  title: string;
  /** The day and the hour, the site. */
  about: string;
  lines: readonly ScriptLine[];
}

export type ScriptLine =
  /** What happened, or a new day. */
  | { kind: "line"; text: string }
  | { kind: "said"; time: string; speaker: string; own: boolean; body: Said }
  /** A pushed address and what became of it. */
  | { kind: "push"; time: string; speaker: string; url: string; report: string };
export type Said = { kind: "text"; text: string } | { kind: "rich"; tree: readonly RichNode[] };

/** The chat for other programs: what the server holds of it, as it came. */
export function toJson(conversation: OperatorConversation, site: string, messages: readonly Message[]): string {
  const { id, visitor, visitorName, status, operator, requestedAt, acceptedAt, endedAt } = conversation;
  const facts = { id, site, visitor, visitorName, status, operator: operator?.name, requestedAt, acceptedAt, endedAt };
  const times = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, name.endsWith("At") ? iso(value) : value]),
  );
  const entries = messages.map(({ seq, author, at, body }) => ({ seq, at: iso(at), author, body }));
  return `${JSON.stringify({ format: "shopbell-chat", version: 1, ...times, messages: entries }, null, 2)}\n`;
}

export function toText({ title, about, lines }: Script): string {
  const written = lines.map((line) => {
    switch (line.kind) {
      case "line":
        return `\n--- ${line.text} ---\n`;
      case "said":
        return `[${line.time}] ${line.speaker}: ${line.body.kind === "text" ? line.body.text : plain(line.body.tree)}`;
      case "push":
        return `[${line.time}] ${line.speaker}: ${line.url} (${line.report})`;
    }
  });
  return `${[title, about, ...written].join("\n")}\n`;
}

const OWN_LINE = new Set(["p", "h1", "h2", "h3", "li", "tr", "pre", "blockquote", "ul", "ol", "table"]);

/** Rich text without its looks; where a link leads and a picture is stays readable. */
export function plain(tree: readonly RichNode[]): string {
  const write = (node: RichNode): string => {
    if (typeof node === "string") return node;
    const { tag, href, src, alt = "", children = [] } = node;
    const inner = children.map(write).join("");
    if (tag === "br" || tag === "hr") return "\n";
    if (tag === "img") return `${alt} <${src ?? ""}>`.trim();
    if (tag === "a" && href !== undefined && href !== inner) return `${inner} <${href}>`;
    if (tag === "td" || tag === "th") return `${inner}\t`;
    return OWN_LINE.has(tag) ? `\n${inner.trimEnd()}\n` : inner;
  };
  return tree
    .map(write)
    .join("")
    .replaceAll(/\n{2,}/g, "\n")
    .trim();
}

/** `2026-11-23 14-02 Ada K. #10001`: in order of time, and allowed by every file system. */
export function fileName(requestedAt: number, name: string, visitor: number): string {
  const date = new Date(requestedAt);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const hour = `${two(date.getHours())}-${two(date.getMinutes())}`;
  const known = name === `#${visitor}` ? "" : safe(name);
  return [day, hour, known, `#${visitor}`].filter((part) => part !== "").join(" ");
}

/** A name is the visitor's own choice: nothing of it may be a path, hidden or turned around. */
function safe(name: string): string {
  const allowed = name.replaceAll(/[\\/:*?"<>|\p{C}]+/gu, "_").slice(0, 60);
  return allowed.replaceAll(/^[\s.]+|[\s.]+$/g, "");
}

function iso(at: unknown): string | undefined {
  return typeof at === "number" ? new Date(at).toISOString() : undefined;
}
