import { query } from "../query.ts";

interface Old {
  before: number;
  most: number;
}

export const endedBefore = query<Old>()((db, { before, most }) =>
  db
    .selectFrom("conversation")
    .select("id")
    .where("status", "=", "ended")
    .where("ended_at", "<", before)
    .orderBy("ended_at")
    .limit(most),
);

export const leftBefore = query<Old>()((db, { before, most }) =>
  db
    .selectFrom("conversation")
    .select("id")
    .where("status", "=", "left")
    .where("requested_at", "<", before)
    .orderBy("requested_at")
    .limit(most),
);

export const notesBefore = query<Old>()((db, { before, most }) =>
  db.selectFrom("note").select("id").where("at", "<", before).orderBy("at").limit(most),
);

export const countEndedBefore = query<{ before: number }>()((db, { before }) =>
  db
    .selectFrom("conversation")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("status", "=", "ended")
    .where("ended_at", "<", before),
);

export const countLeftBefore = query<{ before: number }>()((db, { before }) =>
  db
    .selectFrom("conversation")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("status", "=", "left")
    .where("requested_at", "<", before),
);

export const countNotesBefore = query<{ before: number }>()((db, { before }) =>
  db
    .selectFrom("note")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("at", "<", before),
);

export const removeMessagesOf = query<{ conversation: string }>()((db, { conversation }) =>
  db.deleteFrom("message").where("conversation", "=", conversation),
);

export const removeConversation = query<{ id: string }>()((db, { id }) =>
  db.deleteFrom("conversation").where("id", "=", id),
);

export const removeNote = query<{ id: string }>()((db, { id }) => db.deleteFrom("note").where("id", "=", id));
