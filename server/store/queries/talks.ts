import type { TalkMessageTable } from "../schema.ts";
import { query } from "../query.ts";

interface Pair {
  first: string;
  second: string;
}

export const talkMessageById = query<{ id: string }>()((db, { id }) =>
  db.selectFrom("talk_message").selectAll().where("id", "=", id),
);

/** Takes the next number in the talk of a pair, which begins here if there is none. Who writes has seen what was there. */
export const takeTalkSeq = query<Pair & { author: string; at: number }>()((db, { first, second, author, at }, sql) => {
  const began = (side: "first" | "second") =>
    sql<number>`case when ${author} = ${side === "first" ? first : second} then 1 else 0 end`;
  const goesOn = (column: string, side: string) =>
    sql<number>`case when ${author} = talk.${sql.raw(side)} then talk.last_seq + 1 else talk.${sql.raw(column)} end`;
  return db
    .insertInto("talk")
    .values({
      first,
      second,
      last_seq: 1,
      last_at: at,
      first_delivered: began("first"),
      first_seen: began("first"),
      second_delivered: began("second"),
      second_seen: began("second"),
    })
    .onConflict((conflict) =>
      conflict.columns(["first", "second"]).doUpdateSet({
        last_seq: sql<number>`talk.last_seq + 1`,
        last_at: at,
        first_delivered: goesOn("first_delivered", "first"),
        first_seen: goesOn("first_seen", "first"),
        second_delivered: goesOn("second_delivered", "second"),
        second_seen: goesOn("second_seen", "second"),
      }),
    )
    .returningAll();
});

export const addTalkMessage = query<TalkMessageTable>()((db, given) =>
  db.insertInto("talk_message").values({
    first: given.first,
    second: given.second,
    seq: given.seq,
    id: given.id,
    operator: given.operator,
    operator_name: given.operator_name,
    at: given.at,
    text: given.text,
  }),
);

export const talkOfPair = query<Pair>()((db, { first, second }) =>
  db.selectFrom("talk").selectAll().where("first", "=", first).where("second", "=", second),
);

export const talksOf = query<{ operator: string; limit: number }>()((db, { operator, limit }) =>
  db
    .selectFrom("talk")
    .selectAll()
    .where(({ eb, or }) => or([eb("first", "=", operator), eb("second", "=", operator)]))
    .orderBy("last_at", "desc")
    .orderBy("first")
    .orderBy("second")
    .limit(limit),
);

export const talkAfter = query<Pair & { after: number; limit: number }>()((db, { first, second, after, limit }) =>
  db
    .selectFrom("talk_message")
    .selectAll()
    .where("first", "=", first)
    .where("second", "=", second)
    .where("seq", ">", after)
    .orderBy("seq")
    .limit(limit),
);

export const talkBefore = query<Pair & { before: number; limit: number }>()((db, { first, second, before, limit }) =>
  db
    .selectFrom("talk_message")
    .selectAll()
    .where("first", "=", first)
    .where("second", "=", second)
    .where("seq", "<", before)
    .orderBy("seq", "desc")
    .limit(limit),
);

/** Marks only grow, and never past what there is; a talk in which nothing grows is not given. */
export const raiseFirst = raise("first");
export const raiseSecond = raise("second");

function raise(side: "first" | "second") {
  return query<Pair & { delivered: number; seen: number }>()((db, { first, second, delivered, seen }, sql) => {
    const bounded = (value: number) => sql<number>`case when last_seq <= ${value} then last_seq else ${value} end`;
    const higher = (column: string, value: number) =>
      sql<number>`case when ${sql.raw(column)} >= ${bounded(value)} then ${sql.raw(column)} else ${bounded(value)} end`;
    return db
      .updateTable("talk")
      .set({
        [`${side}_delivered`]: higher(`${side}_delivered`, delivered),
        [`${side}_seen`]: higher(`${side}_seen`, seen),
      })
      .where("first", "=", first)
      .where("second", "=", second)
      .where(
        sql<boolean>`(${sql.raw(`${side}_delivered`)} < ${bounded(delivered)} or ${sql.raw(`${side}_seen`)} < ${bounded(seen)})`,
      )
      .returningAll();
  });
}
