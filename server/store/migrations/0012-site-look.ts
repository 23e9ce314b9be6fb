import type { Compilable, Kysely } from "kysely";

/** Version 12: how a site's widget looks, as JSON; null = as it comes. */
export function siteLook({ schema }: Kysely<unknown>): Compilable[] {
  return [schema.alterTable("site").addColumn("look", "text")];
}
