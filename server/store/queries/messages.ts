import type { MessageTable } from "../schema.ts";
import { query } from "../query.ts";

export const messageById = query<{ id: string }>()((db, { id }) =>
  db.selectFrom("message").selectAll().where("id", "=", id),
);

export const messagesAfter = query<{ conversation: string; after: number; limit: number }>()(
  (db, { conversation, after, limit }) =>
    db
      .selectFrom("message")
      .selectAll()
      .where("conversation", "=", conversation)
      .where("seq", ">", after)
      .orderBy("seq")
      .limit(limit),
);

export const messageAt = query<{ conversation: string; seq: number }>()((db, { conversation, seq }) =>
  db.selectFrom("message").selectAll().where("conversation", "=", conversation).where("seq", "=", seq),
);

export const changeBody = query<{ conversation: string; seq: number; body: string }>()(
  (db, { conversation, seq, body }) =>
    db.updateTable("message").set({ body }).where("conversation", "=", conversation).where("seq", "=", seq),
);

export const messagesBefore = query<{ conversation: string; before: number; limit: number }>()(
  (db, { conversation, before, limit }) =>
    db
      .selectFrom("message")
      .selectAll()
      .where("conversation", "=", conversation)
      .where("seq", "<", before)
      .orderBy("seq", "desc")
      .limit(limit),
);

export const addMessage = query<MessageTable>()((db, given) =>
  db.insertInto("message").values({
    conversation: given.conversation,
    seq: given.seq,
    id: given.id,
    author: given.author,
    operator: given.operator,
    operator_name: given.operator_name,
    at: given.at,
    body: given.body,
  }),
);
