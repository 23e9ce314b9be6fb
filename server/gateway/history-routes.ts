import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { HistoryWish } from "../../chat/histories.ts";
import { plainText } from "../../chat/plain-text.ts";
import { readSearch } from "../../chat/search-terms.ts";
import { snippetOf } from "../../chat/snippet.ts";
import type { Found } from "../../chat/history.ts";
import type { HistoryEntry, HistoryPage } from "../../protocol/rest.ts";
import type { ApiParts } from "./api.ts";
import { csvOf, ndjsonOf } from "./history-export.ts";
import { conversationForOperator } from "./present.ts";
import { type HistoryQuery, historyExportShape, historyShape } from "./rest-shapes.ts";

/** Two lines on a small screen. */
const SNIPPET = 160;

/** Every conversation there has been, as far as the operator may see it. */
export function historyRoutes(scope: FastifyInstance, { door, histories, sites }: ApiParts): void {
  scope.get("/history", async (request): Promise<HistoryPage> => {
    const { operator } = await door.operator(request);
    const query = historyShape.parse(request.query);
    const wish = wishOf(query);
    const { found, next } = await histories.page(operator, wish, query.before);
    return { found: found.map((one) => entryOf(one, wish)), ...(next !== undefined && { next }) };
  });

  scope.get("/history/export", async (request, reply) => {
    const { operator } = await door.operator(request);
    const { format, ...query } = historyExportShape.parse(request.query);
    const conversations = histories.all(operator, wishOf(query));
    const write = format === "csv" ? csvOf : ndjsonOf;
    const parts = write({
      conversations,
      messages: (conversation) => histories.messages(conversation),
      siteName: (site) => sites.byId(site)?.name ?? site,
    });
    // The first part is asked for before anything is answered: a refusal is still one.
    const first = await parts.next();
    const day = new Date().toISOString().slice(0, 10);
    reply.header("Content-Disposition", `attachment; filename="shopbell-history-${day}.${format}"`);
    reply.type(format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8");
    // Read as the other side takes it, and given up when it goes away.
    return reply.send(Readable.from(rest(first, parts), { objectMode: false, highWaterMark: 64 * 1_024 }));
  });
}

async function* rest(first: IteratorResult<string>, parts: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    if (first.done === true) return;
    yield first.value;
    yield* parts;
  } finally {
    await parts.return(undefined);
  }
}

/** `#10001` is a visitor; everything else is words. */
function wishOf({ words = "", before: _, ...filter }: HistoryQuery): HistoryWish {
  const number = /^\s*#(\d{1,15})\s*$/.exec(words)?.[1];
  const wish = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return number === undefined ? { ...wish, terms: readSearch(words) } : { ...wish, visitor: Number(number), terms: [] };
}

function entryOf({ conversation, message }: Found, { terms }: HistoryWish): HistoryEntry {
  const { visitorName = "", visitorEmail = "" } = conversation;
  const text = message === undefined ? `${visitorName} ${visitorEmail}`.trim() : plainText(message.body);
  return {
    conversation: conversationForOperator(conversation),
    snippet: snippetOf(text, terms, SNIPPET).map(({ text: part, isHit }) =>
      isHit ? { text: part, isHit } : { text: part },
    ),
    ...(message !== undefined && { seq: message.seq }),
  };
}
