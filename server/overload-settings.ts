import { duration, type Setting, whole } from "./setting.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** When the server does less than usual because it has too much to do, and how much less; a part of `SETTINGS`. */
export const OVERLOAD_SETTINGS = {
  overloadBusyPercent: {
    kind: whole(1, 100),
    flag: "overload-busy",
    fallback: 90,
    help: "How busy the server may be, in percent, before the visitor list is sent less often.",
  },
  overloadDelayMs: {
    kind: duration(1, MINUTE),
    flag: "overload-delay",
    fallback: 100,
    help: "How long what comes may wait for its turn, on average, before new visitors without a chat are asked to come back later.",
  },
  // A restart brings everybody back at once, which is over by then.
  overloadAfterMs: {
    kind: duration(SECOND, 60 * MINUTE),
    flag: "overload-after",
    fallback: 5 * SECOND,
    help: "How long it must be so before the next of these steps is taken, or taken back.",
  },
  overloadTickMs: {
    kind: duration(10, MINUTE),
    flag: "overload-tick",
    fallback: 2 * SECOND,
    help: "How often changes of the visitor list are sent meanwhile.",
  },
  overloadReturnMs: {
    kind: duration(SECOND, 30 * MINUTE),
    flag: "overload-return",
    fallback: 30 * SECOND,
    help: "How long those new visitors stay away at the least; at the most twice as long.",
  },
} satisfies Record<string, Setting<never> | Setting<unknown>>;
