import type { DatabaseSync } from "node:sqlite";
import type { Kysely } from "kysely";
import type { Migration } from "./migrations.ts";
import { StoreError } from "./store-error.ts";

/** Brings the tables to the newest version, all or nothing; refuses a file that is newer than this program or not its own. */
export function migrate(database: DatabaseSync, db: Kysely<unknown>, migrations: readonly Migration[], now: number): void {
  database.exec("begin immediate");
  try {
    const version = currentVersion(database);
    if (version > migrations.length) {
      throw new StoreError(
        `was written by a newer Shopbell (its tables have version ${version}, this program knows ${migrations.length}). ` +
          "Start the newer version again, or put back the backup made before the update.",
      );
    }
    for (const [index, { name, statements }] of migrations.entries()) {
      if (index < version) continue;
      for (const statement of statements(db)) {
        database.exec(statement.compile().sql);
      }
      database.prepare("insert into migration (version, name, at) values (?, ?, ?)").run(index + 1, name, now);
    }
    database.exec("commit");
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

function currentVersion(database: DatabaseSync): number {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
  if (tables.length > 0 && !tables.some(({ name }) => name === "migration")) {
    throw new StoreError("is the database of another program. Name another file or directory.");
  }
  database.exec("create table if not exists migration (version integer primary key, name text not null, at bigint not null)");
  return Number(database.prepare("select coalesce(max(version), 0) as version from migration").get()?.["version"]);
}
