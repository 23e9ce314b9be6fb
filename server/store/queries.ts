import * as accounts from "./queries/accounts.ts";
import * as arrivals from "./queries/arrivals.ts";
import * as bans from "./queries/bans.ts";
import * as canned from "./queries/canned.ts";
import * as conversations from "./queries/conversations.ts";
import * as departments from "./queries/departments.ts";
import * as history from "./queries/history.ts";
import * as installation from "./queries/installation.ts";
import * as messages from "./queries/messages.ts";
import * as notes from "./queries/notes.ts";
import * as preferences from "./queries/preferences.ts";
import * as push from "./queries/push.ts";
import * as retention from "./queries/retention.ts";
import * as remarks from "./queries/remarks.ts";
import * as sounds from "./queries/sounds.ts";
import * as spelling from "./queries/spelling.ts";
import * as talks from "./queries/talks.ts";
import * as words from "./queries/words.ts";
import type { Query } from "./query.ts";

/** Every query there is, always in the same order, so that a thread can be handed their texts as a list. */
export const everyQuery: readonly Query<never, unknown>[] = [
  accounts,
  arrivals,
  bans,
  canned,
  conversations,
  departments,
  history,
  installation,
  messages,
  notes,
  preferences,
  push,
  remarks,
  retention,
  sounds,
  spelling,
  talks,
  words,
].flatMap((file) => Object.values<Query<never, unknown>>(file));
