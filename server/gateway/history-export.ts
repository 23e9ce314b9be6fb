import type { Conversation } from "../../chat/conversation.ts";
import type { Message } from "../../chat/message.ts";
import { plainText } from "../../chat/plain-text.ts";

interface Exported {
  conversations: AsyncGenerator<Conversation>;
  messages: (conversation: string) => AsyncGenerator<Message>;
  siteName: (site: string) => string;
}

/** Messages that go together into one part of the answer. */
const TOGETHER = 100;

/** A line of JSON for each conversation, in the form of a saved chat. No more of it is in memory than a part of one. */
export async function* ndjsonOf({ conversations, messages, siteName }: Exported): AsyncGenerator<string> {
  for await (const conversation of conversations) {
    const facts = JSON.stringify({ format: "shopbell-chat", version: 1, ...factsOf(conversation, siteName) });
    yield `${facts.slice(0, -1)},"messages":[`;
    let waiting: string[] = [];
    let separator = "";
    for await (const { seq, author, at, body } of messages(conversation.id)) {
      waiting.push(JSON.stringify({ seq, at: iso(at), author, body }));
      if (waiting.length < TOGETHER) continue;
      yield separator + waiting.join(",");
      waiting = [];
      separator = ",";
    }
    yield `${waiting.length > 0 ? separator : ""}${waiting.join(",")}]}\n`;
  }
}

const COLUMNS = [
  "conversation",
  "site",
  "visitor",
  "visitorName",
  "visitorEmail",
  "status",
  "operator",
  "requestedAt",
  "seq",
  "at",
  "author",
  "text",
] as const;

/** A row for each message; what merely happened is its event's name in the text. */
export async function* csvOf({ conversations, messages, siteName }: Exported): AsyncGenerator<string> {
  // With a mark at its beginning, without which some programs take UTF-8 for something else.
  yield `\uFEFF${COLUMNS.join(",")}\r\n`;
  for await (const conversation of conversations) {
    const { id, site, visitor, visitorName, visitorEmail, status, operator, requestedAt } = factsOf(
      conversation,
      siteName,
    );
    const facts = [id, site, visitor, visitorName, visitorEmail, status, operator, requestedAt];
    let waiting = "";
    let count = 0;
    for await (const { seq, author, at, body } of messages(conversation.id)) {
      const who = author.kind === "operator" ? author.name : author.kind;
      const text = body.kind === "event" ? body.event : plainText(body);
      waiting += `${[...facts, seq, iso(at), who, text].map(cell).join(",")}\r\n`;
      count += 1;
      if (count % TOGETHER !== 0) continue;
      yield waiting;
      waiting = "";
    }
    if (waiting !== "") yield waiting;
  }
}

function factsOf(conversation: Conversation, siteName: (site: string) => string) {
  const { id, visitor, visitorName, visitorEmail, status, operator, requestedAt, acceptedAt, endedAt } = conversation;
  return {
    id,
    site: siteName(conversation.site),
    visitor,
    visitorName,
    visitorEmail,
    status,
    operator: operator?.name,
    requestedAt: iso(requestedAt),
    acceptedAt: iso(acceptedAt),
    endedAt: iso(endedAt),
  };
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** RFC 4180. What a table would take for a formula is text, whoever wrote it. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
