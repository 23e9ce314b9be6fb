import { query } from "../query.ts";
import type { DepartmentTable } from "../schema.ts";

export const departments = query<object>()((db) =>
  db.selectFrom("department").selectAll().orderBy("created_at").orderBy("id"),
);

export const countDepartments = query<object>()((db) =>
  db.selectFrom("department").select(({ fn }) => fn.countAll<number>().as("count")),
);

export const addDepartment = query<DepartmentTable>()((db, { id, name, sites, hours, queue, created_at }) =>
  db.insertInto("department").values({ id, name, sites, hours, queue, created_at }),
);

export const changeDepartment = query<Omit<DepartmentTable, "created_at">>()((db, { id, name, sites, hours, queue }) =>
  db.updateTable("department").set({ name, sites, hours, queue }).where("id", "=", id).returningAll(),
);

export const removeDepartment = query<{ id: string }>()((db, { id }) =>
  db.deleteFrom("department").where("id", "=", id),
);
