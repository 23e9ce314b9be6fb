import type { Logger } from "pino";
import { ChatError } from "../../chat/error.ts";
import type { RefusalCode } from "../../protocol/message.ts";

export interface Refused {
  type: "refused";
  id?: string;
  code: RefusalCode;
  sentence: string;
  by?: string;
}

/**
 * The one translator of errors on the line: what a person can cause reaches them as written, everything else is a bug or an
 * outage, is logged once with its cause, and is shown as `internal`.
 */
export function refusalOf(error: unknown, id: string | undefined, log: Logger): Refused {
  const about = id === undefined ? {} : { id };
  if (error instanceof ChatError) {
    const by = error.by === undefined ? {} : { by: error.by };
    return { type: "refused", ...about, code: error.code, sentence: error.message, ...by };
  }
  log.error({ err: error }, "a message on the line failed");
  return {
    type: "refused",
    ...about,
    code: "internal",
    sentence: "This did not work on our side. Please try again in a moment.",
  };
}
