import type { Compilable, Kysely } from "kysely";

/** The history of one department, however few of all conversations are its. */
export function historyOfDepartments({ schema }: Kysely<unknown>): Compilable[] {
  return [schema.createIndex("conversation_of_department").on("conversation").columns(["department", "number"])];
}
