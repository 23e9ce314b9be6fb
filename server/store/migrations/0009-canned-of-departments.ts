import type { Compilable, Kysely } from "kysely";

/** What is shared may be shared by a department alone. */
export function cannedOfDepartments({ schema }: Kysely<unknown>): Compilable[] {
  return [schema.alterTable("canned").addColumn("department", "text")];
}
