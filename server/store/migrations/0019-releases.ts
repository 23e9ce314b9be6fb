import type { Compilable, Kysely } from "kysely";

/** When a conversation was last taken from somebody who was gone. The time of its request stays, since the history is in the order of those. */
export function releases({ schema }: Kysely<unknown>): Compilable[] {
  return [schema.alterTable("conversation").addColumn("released_at", "bigint")];
}
