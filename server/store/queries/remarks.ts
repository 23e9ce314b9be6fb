import type { RemarkTable } from "../schema.ts";
import { query } from "../query.ts";

export const remarkOn = query<{ operator: string; site: string; visitor: number }>()(
  (db, { operator, site, visitor }) =>
    db
      .selectFrom("remark")
      .select("text")
      .where("operator", "=", operator)
      .where("site", "=", site)
      .where("visitor", "=", visitor),
);

export const newestRemarks = query<{ operator: string; limit: number }>()((db, { operator, limit }) =>
  db
    .selectFrom("remark")
    .selectAll()
    .where("operator", "=", operator)
    .orderBy("at", "desc")
    .orderBy("visitor", "desc")
    .limit(limit),
);

export const oldestRemark = query<{ operator: string }>()((db, { operator }) =>
  db.selectFrom("remark").selectAll().where("operator", "=", operator).orderBy("at").orderBy("visitor").limit(1),
);

export const countRemarks = query<{ operator: string }>()((db, { operator }) =>
  db
    .selectFrom("remark")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("operator", "=", operator),
);

export const putRemark = query<RemarkTable>()((db, { operator, site, visitor, at, text }) =>
  db
    .insertInto("remark")
    .values({ operator, site, visitor, at, text })
    .onConflict((conflict) => conflict.columns(["operator", "site", "visitor"]).doUpdateSet({ at, text })),
);

export const removeRemark = query<{ operator: string; site: string; visitor: number }>()(
  (db, { operator, site, visitor }) =>
    db.deleteFrom("remark").where("operator", "=", operator).where("site", "=", site).where("visitor", "=", visitor),
);
