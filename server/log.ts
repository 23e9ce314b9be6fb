import { pino, type Logger } from "pino";
import type { Config } from "./config.ts";

/**
 * The log: JSON lines on standard error. What people write, tokens, cookies and query strings never go into it; an address only where an
 * administrator has to act on it.
 */
export function openLog(level: Config["logLevel"]): Logger {
  // Synchronous, so that the line before an exit is not lost; at these few lines it costs nothing.
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
