import type { ExpressionBuilder, Kysely } from "kysely";
import type { ConversationTable, Schema } from "../schema.ts";
import { query } from "../query.ts";

interface Place {
  site: string;
  visitor: number;
}

interface InEither {
  id: string;
  status: "requesting" | "open";
  orStatus: "requesting" | "open";
}

/** The states in which a visitor can have one conversation at most. */
const LIVE = ["requesting", "open"] as const;

export const conversationById = query<{ id: string }>()((db, { id }) =>
  db.selectFrom("conversation").selectAll().where("id", "=", id),
);

export const liveConversations = query<object>()((db) =>
  db.selectFrom("conversation").selectAll().where("status", "in", LIVE).orderBy("number"),
);

export const liveConversationOf = query<Place>()((db, { site, visitor }) =>
  db
    .selectFrom("conversation")
    .selectAll()
    .where("site", "=", site)
    .where("visitor", "=", visitor)
    .where("status", "in", LIVE),
);

export const conversationsOfVisitor = query<Place & { limit: number }>()((db, { site, visitor, limit }) =>
  db
    .selectFrom("conversation")
    .selectAll()
    .where("site", "=", site)
    .where("visitor", "=", visitor)
    .orderBy("requested_at", "desc")
    .orderBy("id", "desc")
    .limit(limit),
);

/** One chat of a visitor that was accepted and is over, if there is one. */
export const overConversationOf = query<Place>()((db, { site, visitor }) =>
  db
    .selectFrom("conversation")
    .select("visitor")
    .where("site", "=", site)
    .where("visitor", "=", visitor)
    .where("accepted_at", "is not", null)
    .where("ended_at", "is not", null)
    .limit(1),
);

/** Left messages with the body of their one entry. */
export const leftMessages = query<{ site: string; before: number; limit: number }>()((db, { site, before, limit }) =>
  db
    .selectFrom("conversation")
    .innerJoin("message", (join) =>
      join.onRef("message.conversation", "=", "conversation.id").on("message.seq", "=", 1),
    )
    .selectAll("conversation")
    .select("message.body")
    .where("conversation.site", "=", site)
    .where("conversation.requested_at", "<", before)
    .where("conversation.status", "=", "left")
    .orderBy("conversation.requested_at", "desc")
    .orderBy("conversation.id", "desc")
    .limit(limit),
);

export const addConversation = query<ConversationTable>()((db, given) =>
  db.insertInto("conversation").values({
    id: given.id,
    number: given.number,
    site: given.site,
    visitor: given.visitor,
    visitor_name: given.visitor_name,
    visitor_email: given.visitor_email,
    status: given.status,
    operator: given.operator,
    operator_name: given.operator_name,
    others: given.others,
    transfer: given.transfer,
    department: given.department,
    requested_at: given.requested_at,
    released_at: given.released_at,
    accepted_at: given.accepted_at,
    ended_at: given.ended_at,
    settled_at: given.settled_at,
    last_seq: given.last_seq,
    visitor_delivered: given.visitor_delivered,
    visitor_seen: given.visitor_seen,
    operator_delivered: given.operator_delivered,
    operator_seen: given.operator_seen,
  }),
);

/** Takes the next number of a conversation. The conversation stays ours until the commit. */
function takeNext(db: Kysely<Schema>, id: string) {
  return db
    .updateTable("conversation")
    .set(({ eb }) => ({ last_seq: eb("last_seq", "+", 1) }))
    .where("id", "=", id)
    .returningAll();
}

/** In a visitor's own live conversation. */
export const takeSeqAsVisitor = query<Place & { id: string }>()((db, { id, site, visitor }) =>
  takeNext(db, id).where("site", "=", site).where("visitor", "=", visitor).where("status", "in", LIVE),
);

/** While the conversation is in one of two states. */
export const takeSeq = query<InEither>()((db, { id, status, orStatus }) =>
  takeNext(db, id).where("status", "in", [status, orStatus]),
);

/** The same, only for the operator who has the conversation. */
export const takeSeqAsOperator = query<InEither & { operator: string }>()((db, { id, operator, status, orStatus }) =>
  takeNext(db, id).where("operator", "=", operator).where("status", "in", [status, orStatus]),
);

/** The same, only while exactly these have joined: whoever is among them is one of the operators who may write. */
export const takeSeqWhileJoined = query<InEither & { others: string }>()((db, { id, others, status, orStatus }) =>
  takeNext(db, id).where("others", "=", others).where("status", "in", [status, orStatus]),
);

/** Gives an open conversation to other hands, or to none, if it is still in those that were looked at, and takes the next number. */
export const changeParts = query<{
  id: string;
  status: "requesting" | "open";
  operator: string | null;
  name: string | null;
  others: string;
  transfer: string;
  department: string | null;
  acceptedAt: number | null;
  releasedAt: number | null;
  wasWith: string;
  wereOthers: string;
  wasTransfer: string;
}>()((db, given) =>
  db
    .updateTable("conversation")
    .set(({ eb }) => ({
      status: given.status,
      operator: given.operator,
      operator_name: given.name,
      others: given.others,
      transfer: given.transfer,
      department: given.department,
      accepted_at: given.acceptedAt,
      released_at: given.releasedAt,
      last_seq: eb("last_seq", "+", 1),
    }))
    .where("id", "=", given.id)
    .where("status", "=", "open")
    .where("operator", "=", given.wasWith)
    .where("others", "=", given.wereOthers)
    .where("transfer", "=", given.wasTransfer)
    .returningAll(),
);

export const acceptConversation = query<{ id: string; operator: string; name: string; at: number }>()(
  (db, { id, operator, name, at }) =>
    db
      .updateTable("conversation")
      .set(({ eb }) => ({
        status: "open",
        operator,
        operator_name: name,
        accepted_at: at,
        last_seq: eb("last_seq", "+", 1),
      }))
      .where("id", "=", id)
      .where("status", "=", "requesting")
      .returningAll(),
);

export const endConversation = query<{ id: string; at: number }>()((db, { id, at }) =>
  db
    .updateTable("conversation")
    .set(({ eb }) => ({ status: "ended", ended_at: at, last_seq: eb("last_seq", "+", 1) }))
    .where("id", "=", id)
    .where("status", "in", LIVE)
    .returningAll(),
);

export const settleLeftMessage = query<{ id: string; at: number | null }>()((db, { id, at }) =>
  db
    .updateTable("conversation")
    .set({ settled_at: at })
    .where("id", "=", id)
    .where("status", "=", "left")
    .returningAll(),
);

interface Raise {
  id: string;
  delivered: number;
  seen: number;
}

type Mark = "visitor_delivered" | "visitor_seen" | "operator_delivered" | "operator_seen";

/** Marks only grow, and never past what there is: said in SQL, so that two nodes at once cannot lower one. */
function raised(eb: ExpressionBuilder<Schema, "conversation">, mark: Mark, to: number) {
  return eb
    .case()
    .when(mark, ">=", to)
    .then(eb.ref(mark))
    .when("last_seq", "<=", to)
    .then(eb.ref("last_seq"))
    .else(to)
    .end();
}

export const raiseVisitorMarks = query<Raise>()((db, { id, delivered, seen }) =>
  db
    .updateTable("conversation")
    .set((eb) => ({
      visitor_delivered: raised(eb, "visitor_delivered", delivered),
      visitor_seen: raised(eb, "visitor_seen", seen),
    }))
    .where("id", "=", id)
    .returningAll(),
);

export const raiseOperatorMarks = query<Raise>()((db, { id, delivered, seen }) =>
  db
    .updateTable("conversation")
    .set((eb) => ({
      operator_delivered: raised(eb, "operator_delivered", delivered),
      operator_seen: raised(eb, "operator_seen", seen),
    }))
    .where("id", "=", id)
    .returningAll(),
);
