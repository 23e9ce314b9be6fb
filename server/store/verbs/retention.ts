import type { Kept } from "../../../chat/retention.ts";
import * as queries from "../queries/retention.ts";
import { all, first, run, type Steps } from "../steps.ts";

const OLD = {
  chats: { find: queries.endedBefore, count: queries.countEndedBefore },
  left: { find: queries.leftBefore, count: queries.countLeftBefore },
  notes: { find: queries.notesBefore, count: queries.countNotesBefore },
};

/** See `Store.countOld`. */
export function* countOld(what: Kept, before: number): Steps<number> {
  return (yield* first(OLD[what].count, { before }))?.count ?? 0;
}

/** See `Store.removeOld`. */
export function* removeOld(what: Kept, before: number, most: number): Steps<number> {
  const old = yield* all(OLD[what].find, { before, most });
  for (const { id } of old) yield* what === "notes" ? run(queries.removeNote, { id }) : removeChat(id);
  return old.length;
}

function* removeChat(id: string): Steps<void> {
  yield* run(queries.removeMessagesOf, { conversation: id });
  yield* run(queries.removeConversation, { id });
}
