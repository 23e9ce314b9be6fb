import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import { z } from "zod";
import { ChatError, type ChatErrorCode } from "../../chat/error.ts";
import type { Refusal } from "../../protocol/rest.ts";
import { HttpRefusal } from "./http-refusal.ts";

const STATUS: Readonly<Record<ChatErrorCode, number>> = {
  "bad-message": 400,
  "too-long": 400,
  "too-fast": 429,
  empty: 400,
  "not-found": 404,
  "not-allowed": 403,
  "already-accepted": 409,
  "already-taken": 409,
  "transfer-over": 409,
  "operator-gone": 409,
  "too-late": 409,
  "not-offered": 409,
  "already-invited": 409,
  "already-chatting": 409,
  "conversation-ended": 409,
  "nobody-online": 409,
  "visitor-gone": 409,
  "invitation-over": 409,
  "url-not-allowed": 400,
  "no-host-name": 404,
  overloaded: 503,
};

export interface Translated {
  status: number;
  refusal: Refusal;
  retryAfterMs?: number;
}

/**
 * What an HTTP request that failed is answered: what a person can cause reaches them as written; everything else is a bug or an outage, is
 * logged once with its cause, and is shown as `internal`, with a word by which the log line can be found.
 */
export function translateError(error: unknown, log: Logger): Translated {
  if (error instanceof ChatError) return refused(STATUS[error.code], error.code, error.message);
  if (error instanceof HttpRefusal) {
    const { status, code, message, retryAfterMs } = error;
    return { ...refused(status, code, message), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  if (error instanceof z.ZodError) return refused(400, "bad-message", sentenceOf(error));
  const status = clientStatus(error);
  if (status !== undefined) return fromFramework(status);
  const reference = randomBytes(4).toString("hex");
  log.error({ err: error, reference }, "a request failed");
  const sentence = `This did not work on our side. Please try again; if it stays so, the server's log says more under ${reference}.`;
  return refused(500, "internal", sentence);
}

function refused(status: number, code: string, sentence: string): Translated {
  return { status, refusal: { code, sentence } };
}

/** The first thing that is wrong; the shapes carry sentences for what a person can type, the rest a program has caused. */
function sentenceOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "The request does not have the right form.";
  if (issue.code === "unrecognized_keys") return `The request has a part that nobody knows: ${issue.keys.join(", ")}.`;
  if (/[.]$/.test(issue.message)) return issue.message;
  return `"${issue.path.join(".")}" is not as it should be: ${issue.message}.`;
}

/** The status of a refusal that fastify or one of its plugins made. */
function clientStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("statusCode" in error) || typeof error.statusCode !== "number") return undefined;
  return error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : undefined;
}

/** Their own words may quote the request, so they are not passed on. */
function fromFramework(status: number): Translated {
  switch (status) {
    case 404:
      return refused(404, "not-found", "There is nothing at this address.");
    case 413:
      return refused(413, "too-long", "The request is too large.");
    case 415:
      return refused(415, "bad-message", "The request must carry JSON, with the content type application/json.");
    case 429:
      return refused(429, "too-fast", "Too many requests at once. Please wait a minute.");
    default:
      return refused(status, "bad-message", "The request does not have the right form.");
  }
}
